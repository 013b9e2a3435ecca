import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fromHex } from '#core/draw/hash.ts';
import type { Instant } from '#core/time/instant.ts';
import { checkOpening } from './check-opening.ts';
import { parseTrusteeFile, recoverKey, recoverSecret, shareOf } from './escrow.ts';
import { makeWitness, openWitness, restoreWitness, type Witness } from './folder.ts';
import { httpOperator } from './http-operator.ts';
import { learnPolicies } from './learn-policies.ts';
import { errorLine, lineOf, refusalLine } from './lines.ts';
import { type Operator, OperatorUnreachable } from './operator.ts';
import type { Options } from './options.ts';
import { pass } from './pass.ts';
import type { Circumstances } from './sign-announcement.ts';

/** Where a command says what it did, and how it is told to end. */
export type Terminal = {
  readonly say: (line: string) => void;
  readonly warn: (line: string) => void;
  readonly clock: () => number;
  readonly stop: AbortSignal;
};

/** 0: done. 1: refused, by this witness or by the operator. 2: nothing could be done. */
export type ExitCode = 0 | 1 | 2;

type Command = (options: Options, terminal: Terminal) => Promise<ExitCode>;

export const commands: Readonly<Record<string, Command>> = {
  new: makeNew,
  join: joinSeason,
  run,
  share,
  recover,
  restore,
};

async function makeNew({ folder, name, days: length, trustees, threshold }: Options, { say, warn }: Terminal) {
  const made = await makeWitness(folder, { name, length, trustees, threshold });
  const opened = made.ok ? openWitness(folder) : made;
  if (!made.ok || !opened.ok) return fails(warn, opened.ok ? '' : errorLine(opened.error));
  const { key } = opened.value.deposit;
  say(`${name} is ready in ${folder}, for ${length} draws. The operator has to list it: ${name}=${key}`);
  say(`Give each trustee her file, then delete it here; ${threshold} of ${trustees} bring this witness back:`);
  for (const file of made.value) say(file);
  return 0;
}

async function joinSeason({ folder, operator: address }: Options, { say, warn, clock }: Terminal) {
  const opened = openWitness(folder);
  if (!opened.ok) return fails(warn, errorLine(opened.error));
  if (address === null) return fails(warn, 'say whose season: --operator ADDRESS');
  const { deposit, key } = opened.value;
  const { name, tip, length, threshold, trustees } = deposit;
  const operator = httpOperator(address, { name, key }, { send: fetch, clock });
  const answer = await operator.join({ name, key: deposit.key, tip, length, escrow: { threshold, trustees } });
  if (!answer.ok) return refuses(warn, `the operator did not take it: ${answer.error.kind}`);
  say(`${name} takes part from the next season on, with the tip ${tip}`);
  return 0;
}

async function run({ folder, operator: address, policies, every, once }: Options, terminal: Terminal) {
  const { say, warn, clock, stop } = terminal;
  const opened = openWitness(folder);
  if (!opened.ok) return fails(warn, errorLine(opened.error));
  if (address === null) return fails(warn, 'say whose draws: --operator ADDRESS');
  const witness = opened.value;
  const operator = httpOperator(address, { name: witness.deposit.name, key: witness.key }, { send: fetch, clock });
  const seen = { openAt: new Map<string, Instant>(), sentResults: new Set<string>() };
  let saidLast: string | null = null;
  for (;;) {
    const now = clock() as Instant;
    const { line, code } = await look(witness, operator, { policies, now, ...seen });
    // Said once, however often it is seen: who reads this has to see what is new.
    if (line !== null && line !== saidLast) (code === 0 ? say : warn)(`${new Date(now).toISOString()} ${line}`);
    saidLast = line;
    if (once) return code;
    if (!(await waited(every, stop))) return 0;
  }
}

async function look(
  witness: Witness,
  operator: Operator,
  circumstances: Omit<Circumstances, 'policies'> & {
    readonly policies: Circumstances['policies'] | null;
    readonly openAt: Map<string, Instant>;
    readonly sentResults: Set<string>;
  },
): Promise<{ readonly line: string | null; readonly code: ExitCode }> {
  try {
    const policies = circumstances.policies ?? (await learnPolicies(witness, operator, circumstances.now));
    const seen = await pass(witness, operator, { ...circumstances, policies });
    if (seen.kind === 'open') circumstances.openAt.set(seen.day, circumstances.now);
    if (seen.kind === 'signed-result') circumstances.sentResults.add(seen.day);
    return { line: lineOf(seen), code: seen.kind === 'refused' || seen.kind === 'not-taken' ? 1 : 0 };
  } catch (error) {
    if (error instanceof OperatorUnreachable) return { line: error.message, code: 2 };
    throw error;
  }
}

/** False where it was told to end meanwhile. */
async function waited(seconds: number, stop: AbortSignal): Promise<boolean> {
  await pause(seconds * 1000, undefined, { signal: stop }).catch(() => undefined);
  return !stop.aborted;
}

/** A trustee's part: her share of one draw, once it may be opened, or of the key. Never her whole file. */
async function share({ operator: address, draw, key, files }: Options, { say, warn, clock }: Terminal) {
  const [text] = textsOf(files) ?? [];
  const file = text === undefined ? null : parseTrusteeFile(text);
  if (!file) return fails(warn, 'name your own file');
  if (!key) {
    if (address === null) return fails(warn, 'say whose draw: --operator ADDRESS');
    const opening = await checkOpening(httpOperator(address, null, { send: fetch, clock }), file.deposit, draw);
    if (!opening.ok) return refuses(warn, refusalLine(opening.error));
  }
  const own = shareOf(file, key ? 'key' : draw);
  if (own === null) return fails(warn, 'this file has no share of it');
  say(own.trimEnd());
  return 0;
}

async function recover({ operator: address, draw, files }: Options, { say, warn, clock }: Terminal) {
  const texts = textsOf(files);
  if (!texts) return fails(warn, "expected trustees' files, found one that can't be read");
  const secret = await recoverSecret(texts, draw);
  if (!secret.ok) return refuses(warn, errorLine(secret.error));
  if (address !== null) {
    const operator = httpOperator(address, null, { send: fetch, clock });
    const deposit = parseTrusteeFile(texts[0] ?? '')?.deposit;
    if (!deposit) throw new Error('expected files that were just read');
    const opening = await checkOpening(operator, deposit, draw);
    if (!opening.ok) return refuses(warn, refusalLine(opening.error));
    const answer = await operator.reveal(opening.value, secret.value);
    if (!answer.ok) return refuses(warn, `the operator did not take it: ${answer.error.kind}`);
  }
  say(secret.value);
  return 0;
}

async function restore({ folder, files }: Options, { say, warn }: Terminal) {
  const texts = textsOf(files);
  if (!texts) return fails(warn, "expected trustees' files, found one that can't be read");
  const seed = await recoverKey(texts);
  if (!seed.ok) return refuses(warn, errorLine(seed.error));
  const deposit = parseTrusteeFile(texts[0] ?? '')?.deposit;
  if (!deposit) throw new Error('expected files that were just read');
  const restored = restoreWitness(folder, deposit, fromHex(seed.value));
  if (!restored.ok) return fails(warn, errorLine(restored.error));
  say(`${deposit.name} is back in ${folder}: it checks and signs. Its trustees open its secret of each draw (recover)`);
  return 0;
}

function textsOf(files: readonly string[]): readonly string[] | null {
  try {
    return files.map((file) => readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function fails(warn: Terminal['warn'], line: string): ExitCode {
  warn(line);
  return 2;
}

function refuses(warn: Terminal['warn'], line: string): ExitCode {
  warn(line);
  return 1;
}
