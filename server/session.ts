import { createHash, randomBytes } from 'node:crypto';
import type { AccountId } from '#core/ids.ts';
import type { Problem } from '#core/problem/kinds.ts';
import type { Instant } from '#core/time/instant.ts';
import type { NewSession, Session, SessionOutcome } from './db/repositories/sessions.ts';
import type { Place, Vault } from './db/vault/vault.ts';
import type { Role } from './services.ts';
import type { SignInFlow } from './sign-in/contract.ts';

/** What waits between a write and the page that shows what came of it (post, redirect, get). */
export type Outcome = {
  /** Path without locale, such as `register/name`. */
  readonly page: string;
  /** null: nothing is wrong, what was typed only moved to another language. */
  readonly problem: Problem | null;
  readonly entered: Readonly<Record<string, string>>;
  readonly at: Instant;
  /** Where something unexpected happened: what she can read out. */
  readonly requestId?: string;
};

/**
 * Somebody who was sent to sign in may change the language there, or mistype her address, and that has an outcome of
 * its own: the first waits behind it.
 */
type Waiting = Outcome & { readonly behind?: Outcome };

/** One row of `sessions`. The token itself is in the browser alone. */
export type SessionRow = Session;

/** What the session asks of the database, as `server/db/repositories/sessions.ts` does it. */
export type SessionRows = {
  find(tokenHash: string): Promise<SessionRow | undefined>;
  add(session: NewSession): Promise<void>;
  /** The new one in the place of the old, or false where the old one is gone. */
  rotate(oldTokenHash: string, session: NewSession, outcome: SessionOutcome | null): Promise<boolean>;
  touch(tokenHash: string, now: Instant, unlessSince: Instant): Promise<void>;
  setLocale(tokenHash: string, locale: string): Promise<void>;
  setOutcome(tokenHash: string, outcome: SessionOutcome | null): Promise<void>;
  setFlow(tokenHash: string, flowSealed: Uint8Array): Promise<void>;
  takeFlow(tokenHash: string): Promise<Uint8Array | undefined>;
  /** Signs out, and remembers whose it was. */
  expire(tokenHash: string): Promise<void>;
  remove(tokenHash: string): Promise<void>;
};

export type SessionVault = Pick<Vault, 'sealJson' | 'openJson'>;

export type FoundSession =
  | { readonly kind: 'none' }
  /** She was signed in, too long ago. null: too long ago to know who. */
  | { readonly kind: 'expired'; readonly session: SessionRow | null }
  | { readonly kind: 'live'; readonly session: SessionRow };

export type OpenedSession = { readonly token: string; readonly session: SessionRow };

const minute = 60_000;
const idleLimit = 30 * minute;
const wholeLimit = 12 * 60 * minute;
const outcomeLimit = 30 * minute;
const seenEvery = minute;

export type Sessions = ReturnType<typeof makeSessions>;

export function makeSessions({ rows, vault, now }: { rows: SessionRows; vault: SessionVault; now: () => Instant }) {
  function sealedOutcome(tokenHash: string, outcome: Waiting): SessionOutcome {
    return { page: outcome.page, sealed: vault.sealJson(outcome, outcomePlace(tokenHash)), at: outcome.at };
  }

  async function foundAgain(tokenHash: string): Promise<SessionRow> {
    const session = await rows.find(tokenHash);
    if (!session) throw new Error('expected the session that was just stored, found none');
    return session;
  }

  /** Everything that waits, whoever may see it. */
  function openOutcome(session: SessionRow): Waiting | null {
    if (!session.outcomeSealed || session.outcomeAt === null || now() - session.outcomeAt > outcomeLimit) return null;
    return vault.openJson(session.outcomeSealed, outcomePlace(session.tokenHash)) as Waiting;
  }

  return {
    async find(token: string | undefined): Promise<FoundSession> {
      if (!token) return { kind: 'none' };
      const session = await rows.find(hashOf(token));
      if (!session) return { kind: 'expired', session: null };
      const at = now();
      const isLive = at - session.seenAt <= idleLimit && at - session.createdAt <= wholeLimit;
      // Expired, and what was entered waits for its owner: until then it is a session of nobody.
      const isKept = session.formerAccountId !== null && at - (session.outcomeAt ?? 0) <= outcomeLimit;
      if (isLive || (session.accountId === null && isKept)) return { kind: 'live', session };
      return session.accountId || session.formerAccountId ? { kind: 'expired', session } : { kind: 'none' };
    },

    /** For somebody who isn't signed in: holds language and outcome alone. */
    async start(locale: string): Promise<OpenedSession> {
      const token = makeToken();
      await rows.add({ tokenHash: hashOf(token), accountId: null, role: 'anonymous', locale, now: now() });
      return { token, session: await foundAgain(hashOf(token)) };
    },

    /** After a session has expired: what was entered waits, sealed, for the account that entered it and no other. */
    async keepAfterExpiry(session: SessionRow, outcome: Outcome): Promise<void> {
      await rows.expire(session.tokenHash);
      await rows.setOutcome(session.tokenHash, sealedOutcome(session.tokenHash, outcome));
    },

    /**
     * A new token at sign-in, so that one planted before is worth nothing. `wayBack`: the page that sent her to sign in.
     * What was entered there comes along only if she is the one who entered it: phones are shared.
     */
    async signIn(
      before: SessionRow,
      who: { readonly accountId: AccountId; readonly role: Role; readonly locale: string },
    ): Promise<OpenedSession & { readonly wayBack: string | null; readonly outcome: Outcome | null }> {
      const top = openOutcome(before);
      const waiting = top?.behind ?? top;
      const isOthers = before.formerAccountId !== null && before.formerAccountId !== who.accountId;
      const wayBack = waiting && leadsToSignIn(waiting.problem) && !isOthers ? waiting.page : null;
      const outcome =
        waiting && wayBack !== null && before.formerAccountId === who.accountId ? { ...waiting, problem: null } : null;
      const token = makeToken();
      const tokenHash = hashOf(token);
      const sealed = outcome ? sealedOutcome(tokenHash, outcome) : null;
      // Gone: it has expired and was swept away meanwhile, so there is nothing to end.
      const ended = await rows.rotate(before.tokenHash, { tokenHash, ...who, now: now() }, sealed);
      if (!ended) await rows.add({ tokenHash, ...who, now: now() });
      return { token, session: await foundAgain(tokenHash), wayBack, outcome: ended ? outcome : null };
    },

    async keepOutcome(session: SessionRow, outcome: Outcome): Promise<void> {
      const top = session.accountId ? null : openOutcome(session);
      const behind = top?.behind ?? (top && leadsToSignIn(top.problem) ? top : undefined);
      const waiting = behind ? { ...outcome, behind } : outcome;
      await rows.setOutcome(session.tokenHash, sealedOutcome(session.tokenHash, waiting));
    },

    async dropOutcome(session: SessionRow): Promise<void> {
      if (session.outcomePage === null) return;
      const behind = openOutcome(session)?.behind;
      await rows.setOutcome(session.tokenHash, behind ? sealedOutcome(session.tokenHash, behind) : null);
    },

    /**
     * What waits, as its holder may see it now; it stays, because a prefetch shows pages too. Before she has signed in
     * again, what was entered in an expired session is nobody's, and the sign-in page tells why she is there.
     */
    outcome(session: SessionRow): Outcome | null {
      const waiting = openOutcome(session);
      if (!waiting) return null;
      const { page, problem, entered, at, requestId } = waiting;
      const outcome: Outcome = { page, problem, entered, at, ...(requestId ? { requestId } : {}) };
      if (session.accountId || !leadsToSignIn(outcome.problem)) return outcome;
      return { ...outcome, page: 'sign-in', entered: {} };
    },

    async keepFlow(session: SessionRow, flow: SignInFlow): Promise<void> {
      await rows.setFlow(session.tokenHash, vault.sealJson(flow, flowPlace(session.tokenHash)));
    },

    /** The flow is used once, whatever comes of it. */
    async takeFlow(session: SessionRow): Promise<SignInFlow | null> {
      const sealed = await rows.takeFlow(session.tokenHash);
      if (!sealed) return null;
      return vault.openJson(sealed, flowPlace(session.tokenHash)) as SignInFlow;
    },

    async setLocale(session: SessionRow, locale: string): Promise<void> {
      if (session.locale !== locale) await rows.setLocale(session.tokenHash, locale);
    },

    /** Puts the 30 minutes back to their start, at most once a minute. */
    async seen(session: SessionRow): Promise<void> {
      const at = now();
      if (at - session.seenAt >= seenEvery) await rows.touch(session.tokenHash, at, (at - seenEvery + 1) as Instant);
    },

    async end(session: SessionRow): Promise<void> {
      await rows.remove(session.tokenHash);
    },
  };
}

/** The problems that are told on the sign-in page instead of the page where they came up. */
export function leadsToSignIn(problem: Problem | null): boolean {
  return problem?.kind === 'session-expired' || problem?.kind === 'not-signed-in';
}

function outcomePlace(row: string): Place {
  return { table: 'sessions', row, column: 'outcome_sealed' };
}

function flowPlace(row: string): Place {
  return { table: 'sessions', row, column: 'flow_sealed' };
}

function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}

const key = Symbol.for('puente.sessions');
/** What pages read sessions by: cookie name and sessions, handed over like `services()`. */
export type PageSessions = { readonly sessions: Pick<Sessions, 'find' | 'outcome'>; readonly cookieName: string };

export function pageSessions(): PageSessions {
  const found = (globalThis as { [key]?: PageSessions })[key];
  if (!found)
    throw new Error('pageSessions() was called before main provided them: start by `npm start` or `npm run dev`');
  return found;
}

export function providePageSessions(made: PageSessions): void {
  (globalThis as { [key]?: PageSessions })[key] = made;
}
