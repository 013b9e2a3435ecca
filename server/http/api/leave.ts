import type { Hono } from 'hono';
import { described } from '../described.ts';
import type { ApiParts } from '../parts.ts';

/**
 * The quick exit (decision 0047). Leads away at once, and takes from the browser what it kept of the pages, so that the way
 * back does not show one as it was. A GET, since it changes nothing here: the session stays, whoever leads somebody to it.
 */
export function mountLeave(app: Hono, { exitAddress }: Pick<ApiParts, 'exitAddress'>): void {
  app.get(
    '/api/leave',
    described(
      {
        who: 'anybody',
        summary: 'Leave for a website that says nothing of Puente. Nobody is signed out.',
        answers: [{ status: 303, leads: 'The address in QUICK_EXIT_ADDRESS.' }],
        problems: [],
      },
      (context) => {
        context.header('Cache-Control', 'no-store');
        context.header('Clear-Site-Data', '"cache"');
        return context.redirect(exitAddress, 303);
      },
    ),
  );
}
