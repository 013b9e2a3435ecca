import type { SessionRow } from '../session.ts';
import { refuse } from './answer.ts';
import type { Page } from './pages.ts';
import type { ApiParts } from './parts.ts';
import { readVisit } from './visit.ts';
import { receive } from './write.ts';

export type OwnSession = SessionRow & { readonly accountId: NonNullable<SessionRow['accountId']> };

/** The live session of an applicant whose form this is; or the answer that turns whoever else it is away. */
export async function ownSession(
  request: Request,
  parts: ApiParts,
  page: Page,
): Promise<{ readonly session: OwnSession } | { readonly response: Response }> {
  const arrival = await receive(request, parts, { page });
  if (arrival.kind === 'answered') return { response: arrival.response };
  const { visit, address } = arrival;
  const found = await parts.sessions.find(visit.sessionToken);
  const session = found.kind === 'none' ? null : found.session;
  if (found.kind === 'live' && isOwn(found.session)) return { session: found.session };
  const signedIn = found.kind === 'live' && found.session.accountId !== null;
  const kind = found.kind === 'expired' ? 'session-expired' : signedIn ? 'not-allowed' : 'not-signed-in';
  return { response: await refuse(visit, { problem: { kind }, address, entered: {}, session }, parts) };
}

/** For a GET, such as a picture of her own page; null for anybody else. */
export async function ownSessionOf(request: Request, parts: ApiParts): Promise<OwnSession | null> {
  const found = await parts.sessions.find(readVisit(request, parts).sessionToken);
  return found.kind === 'live' && isOwn(found.session) ? found.session : null;
}

function isOwn(session: SessionRow): session is OwnSession {
  return session.accountId !== null && session.role === 'applicant';
}
