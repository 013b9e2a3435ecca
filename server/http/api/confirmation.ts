import type { Handler, Hono } from 'hono';
import { isBuilt } from '#core/language/published.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { problemAlone, refuse } from '../answer.ts';
import { described } from '../described.ts';
import type { PageAddress } from '../pages.ts';
import type { ApiParts } from '../parts.ts';
import { choice, maybe } from '../shapes.ts';
import { readVisit } from '../visit.ts';

const page: PageAddress = { page: 'confirmation', query: '' };

/** Her appointment on paper, in the language that `?locale=` names, else in that of the page she came from. */
export function mountConfirmation(app: Hono, parts: ApiParts): void {
  const description = {
    summary: 'Her own appointment on paper.',
    who: 'applicant',
    query: { locale: maybe(choice(parts.locales)) },
    answers: [
      { status: 200, type: 'application/pdf' },
      { status: 303, leads: 'The page to sign in, where nobody is signed in; her own, where it was made too often.' },
    ],
    problems: ['not-signed-in', 'session-expired', 'not-found', 'download-limit', 'unexpected'],
  } as const;
  const print: Handler = async (context) => {
    const arrived = readVisit(context.req.raw, parts);
    const asked = context.req.query('locale');
    const visit = asked && parts.locales.includes(asked) ? { ...arrived, locale: asked } : arrived;
    const found = await parts.sessions.find(visit.sessionToken);
    const session = found.kind === 'none' ? null : found.session;
    const turnedAway = (problem: Problem) => refuse(visit, { problem, address: page, entered: {}, session }, parts);
    if (found.kind === 'expired') return await turnedAway({ kind: 'session-expired' });
    if (!session?.accountId) return await turnedAway({ kind: 'not-signed-in' });
    const confirmation = await parts.services.confirmation(session.accountId);
    if (!confirmation || !isBuilt(visit.locale)) return await problemAlone(visit, { kind: 'not-found' }, parts);
    await parts.sessions.seen(session);
    const taken = await parts.services.takePaper({ sessionHash: session.tokenHash });
    if (!taken.ok) return await turnedAway(taken.error);
    const paper = await parts.printConfirmation({
      confirmation,
      locale: visit.locale,
      at: parts.now(),
      isDemonstration: parts.services.mode === 'demonstration',
    });
    return new Response(paper as Uint8Array<ArrayBuffer>, {
      headers: {
        'Content-Type': 'application/pdf',
        // Others see the names of files on a shared phone: nothing in it tells what it is for.
        'Content-Disposition': 'attachment; filename="puente.pdf"',
        'Cache-Control': 'private, no-store',
      },
    });
  };
  app.get('/api/confirmation.pdf', described(description, print));
}
