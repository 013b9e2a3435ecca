import { cookies } from 'next/headers';
import { cache } from 'react';
import type { AccountId } from '#core/ids.ts';
import type { Role } from './services.ts';
import { type Outcome, pageSessions } from './session.ts';

export type PageSession = {
  /** null: not signed in. */
  readonly accountId: AccountId | null;
  readonly role: Role;
  /** Hash of the session's token; null: none lives. */
  readonly tokenHash: string | null;
  /** She was signed in, too long ago. */
  readonly isExpired: boolean;
  /** What came of the last write on this page (path without locale), if anything waits; reading leaves it there. */
  outcomeFor(page: string): Outcome | null;
};

/** The session of the request that is being rendered. Pages read; they never write. */
export const pageSession = cache(async (): Promise<PageSession> => {
  const { sessions, cookieName } = pageSessions();
  const found = await sessions.find((await cookies()).get(cookieName)?.value);
  if (found.kind !== 'live') {
    return {
      accountId: null,
      role: 'anonymous',
      tokenHash: null,
      isExpired: found.kind === 'expired',
      outcomeFor: () => null,
    };
  }
  const outcome = sessions.outcome(found.session);
  return {
    accountId: found.session.accountId,
    role: found.session.role,
    tokenHash: found.session.tokenHash,
    isExpired: false,
    outcomeFor: (page) => (outcome?.page === page ? outcome : null),
  };
});
