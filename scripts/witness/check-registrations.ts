import { canonicalJson, exactMembers, parseJson } from '#core/draw/canonical-json.ts';
import { isDay, isHex32, isIntegerBetween, protocol } from '#core/draw/forms.ts';
import { fromHex } from '#core/draw/hash.ts';
import { goesOnFrom, type LogRoot, logRoot } from '#core/draw/registration-log.ts';
import { ok, type Result } from '#core/draw/result.ts';
import { nodeHash } from '../verify-draw/node-hash.ts';
import { differs, type Refusal, refuse } from './refusal.ts';
import type { Entry } from './signed-log.ts';

export type DayRoot = { readonly day: string; readonly root: string; readonly size: number };

/** `leaves`: `registrations.tsv`; `roots`: `registrations.json`. Null: there is none for us. */
type Registrations = { readonly leaves: string | null; readonly roots: string | null };

/**
 * Section 6: the day's root is that of the leaves given, and the log only grew since the last root this witness signed. So
 * nobody's date of registration can be made older, or anybody be left out, afterwards.
 */
export function checkRegistrations(
  { leaves: text, roots }: Registrations,
  day: string,
  entries: readonly Entry[],
): Result<DayRoot, Refusal> {
  const days = roots === null ? null : parseRoots(roots);
  if (!days) return refuse('registrations-wrong', 'registrations.json is missing or malformed');
  const leaves = text === null ? null : parseLeaves(text);
  if (!leaves) return refuse('registrations-wrong', 'registrations.tsv is missing or malformed');
  const said = days.find((one) => one.day === day);
  if (!said) return refuse('registrations-wrong', `registrations.json has no root of ${day}`);
  const { count, root } = logRoot(leaves, nodeHash);
  if (said.size !== count || said.root !== root)
    return differs('registrations-wrong', `${count} leaves with the root ${root}`, `${said.size} with ${said.root}`);

  const signed = entries.filter(({ act }) => act === 'registrations');
  for (const { day: earlier, hash, size } of signed) {
    const found = days.find((one) => one.day === earlier);
    if (found?.root !== hash || found.size !== size)
      return refuse('registrations-changed', `the root of ${earlier} is not the one that was signed`);
  }
  const last = signed.at(-1) ?? days.findLast((one) => one.day < day);
  if (last && !goesOnFrom(leaves, rootOf(last), nodeHash))
    return refuse('registrations-changed', `the registrations do not begin with those of ${last.day}`);
  return ok(said);
}

/** What a witness signs beside the announcement. */
export function registrationsText({ day, size, root }: DayRoot): string {
  return `puente-registrations-1\n${day}\n${size}\n${root}`;
}

function rootOf(of: Entry | DayRoot): LogRoot {
  return { count: of.size, root: 'hash' in of ? of.hash : of.root };
}

function parseRoots(text: string): readonly DayRoot[] | null {
  const top = exactMembers(parseJson(text), ['days', 'protocol']);
  if (top?.protocol !== protocol || !Array.isArray(top.days)) return null;
  const days: DayRoot[] = [];
  for (const entry of top.days as readonly unknown[]) {
    const { day, root, size } = exactMembers(entry, ['day', 'root', 'size']) ?? {};
    if (!isDay(day) || !isHex32(root) || !isIntegerBetween(size, 0) || day <= (days.at(-1)?.day ?? '')) return null;
    days.push({ day, root, size });
  }
  return canonicalJson({ days, protocol }) === text ? days : null;
}

function parseLeaves(text: string): readonly Uint8Array[] | null {
  if (text === '') return [];
  if (!/^(?:[0-9a-f]{64}\n)+$/.test(text)) return null;
  return text.slice(0, -1).split('\n').map(fromHex);
}
