import { createHash } from 'node:crypto';
import type { Problem } from '#core/problem/kinds.ts';
import { err, type Result } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Begun, RepeatRun, RepeatWish } from '../db/repositories/repeats.ts';
import type { Place, Vault } from '../db/vault/vault.ts';
import type { PageAddress } from './pages.ts';
import { statusOf } from './status.ts';

/** What came of a write, before anybody asks whether a form or a `fetch` wants to know. Plain JSON. */
export type Settled = Result<Answer, Problem>;
export type Answer = {
  /** Where a plain form is sent, by 303. */
  readonly goTo: PageAddress;
  /** What a plain form's next page shows, once: kept with the session until its next write. */
  readonly shown?: Readonly<Record<string, string>>;
  /** What a `fetch` is told besides. */
  readonly value?: Readonly<Record<string, unknown>>;
};

/** What this asks of the database, as `server/db/repositories` does it. */
export type RepeatRows = {
  /**
   * Takes the key, or says how it stands with it. What runs since before `abandonedBefore` was left by a process that
   * died. The row of a form (`forgottenBefore`) is taken over where it was done before then, or for another request.
   */
  begin(wish: RepeatWish): Promise<Begun>;
  /** Nothing where another run has taken the key over; `drop` likewise. */
  finish(run: RepeatRun, answer: { readonly status: number; readonly answerSealed: Uint8Array }): Promise<void>;
  drop(run: RepeatRun): Promise<void>;
};

export type RepeatRequest = {
  /**
   * Whose it is, so that nobody meets another person's answer. Of a form the hash of the session's token; of a `fetch`
   * the account: what waits on a phone for a line comes with its key after the session has ended, too. null: nobody has to
   * be signed in, and the key of a `fetch` stands for her alone.
   */
  readonly owner: string | null;
  readonly route: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly photo: Uint8Array | undefined;
  /** The header `Idempotency-Key` of a `fetch`; a plain form has none. */
  readonly key: string | undefined;
};

const second = 1000;
const formMemory = 10 * 60 * second;
const longestRun = 60 * second;

/** Of the header `Idempotency-Key`. */
export const repeatKeyForm = /^[\x21-\x7e]{8,128}$/;

/** The key that goes to the use case, too: the same for a repeat after a crash. */
export function repeatKeyOf(request: RepeatRequest): string {
  const { owner, key } = request;
  // The account stays to be read: what is kept goes with it.
  return key === undefined
    ? `form:${hash(`${owner} ${contentHash(request)}`)}`
    : `fetch:${owner ?? 'anybody'}:${hash(key)}`;
}

/** Over what was parsed, not over the bytes: a browser draws a new multipart boundary each time. */
function contentHash({ route, fields, photo }: RepeatRequest): string {
  const sorted = Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1));
  return hash(JSON.stringify([route, sorted, photo ? hash(photo) : null]));
}

function hash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}

export type Repeats = ReturnType<typeof makeRepeats>;

/**
 * Nothing is done twice. A `fetch` brings its key, and gets the same answer under it until the row is swept away, after a
 * month: a phone may be without a line for weeks (decision 0044). Of a plain form, which is prerendered and has none, each
 * session remembers the last one it sent: the same again within ten minutes is the same click, but asking, withdrawing
 * and asking again are three acts.
 */
export function makeRepeats(parts: {
  readonly rows: RepeatRows;
  readonly vault: Pick<Vault, 'sealJson' | 'openJson'>;
  readonly now: () => Instant;
  /** Waits a moment between two looks at a request that runs; false when it has waited long enough. */
  readonly wait: (turn: number) => Promise<boolean>;
}) {
  const { rows, vault, now, wait } = parts;

  async function once(request: RepeatRequest, run: () => Promise<Settled>): Promise<Settled> {
    const isForm = request.key === undefined;
    const key = isForm ? `form:${request.owner}` : repeatKeyOf(request);
    const requestHash = contentHash(request);
    for (let turn = 0; ; turn += 1) {
      const at = now();
      const begun = await rows.begin({
        key,
        requestHash,
        now: at,
        abandonedBefore: (at - longestRun) as Instant,
        ...(isForm ? { forgottenBefore: (at - formMemory) as Instant } : {}),
      });
      // Of strangers no refusal is kept: made-up keys would leave rows without end.
      const keepsRefusals = !isForm && request.owner !== null;
      if (begun.kind === 'first') return await settle({ key, begunAt: at }, keepsRefusals, run);
      if (begun.kind === 'differs') return err({ kind: 'repeat-differs' });
      if (begun.kind === 'done' && begun.answerSealed) {
        return vault.openJson(begun.answerSealed, placeOf(key)) as Settled;
      }
      if (!(await wait(turn))) return err({ kind: 'repeat-in-progress' });
    }
  }

  async function settle(own: RepeatRun, keepsRefusals: boolean, run: () => Promise<Settled>): Promise<Settled> {
    let keeps = false;
    try {
      const settled = await run();
      if (settled.ok || isFinal(settled.error, keepsRefusals)) {
        const status = settled.ok ? 200 : statusOf[settled.error.kind];
        const answerSealed = vault.sealJson(settled, placeOf(own.key));
        await rows.finish(own, { status, answerSealed });
        keeps = true;
      }
      return settled;
    } finally {
      // The next try runs anew: nothing was done, and what stood in the way may be gone by then.
      if (!keeps) await rows.drop(own);
    }
  }

  return { once };
}

function placeOf(row: string): Place {
  return { table: 'repeats', row, column: 'answer_sealed' };
}

const passing: ReadonlySet<Problem['kind']> = new Set([
  'busy',
  'unexpected',
  'presence-throttled',
  'presence-unavailable',
  'sign-in-unavailable',
  'too-many-tries',
]);

/** A judged photo counts as a miss, so the same photo again has to get the same answer and not a second miss. */
function isFinal(problem: Problem, keepsRefusals: boolean): boolean {
  return problem.kind === 'presence-missed' || (keepsRefusals && !passing.has(problem.kind));
}
