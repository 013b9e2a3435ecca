import { Hono } from 'hono';
import type { Rule } from '../../catalogs/rule.ts';
import { frameAt } from '../asked.ts';
import { failedPage } from '../pages/failed.ts';
import { nowhere, studio } from '../server.ts';
import { askedFor } from '../written.ts';
import { door, gate } from './door.ts';
import { type Entrance, ownPath, within } from './entrance.ts';
import { sandboxRoutes } from './sandbox-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';

type Settings = {
  readonly root: string;
  readonly rules: readonly Rule[];
  readonly today: () => string;
  readonly entrance: Entrance;
  /** Bugs and outages, for the log. */
  readonly failed: (error: unknown) => void;
};

/** The same studio behind an entrance: who she is says a provider, and no page believes a name in a form. */
export function studioOnServer({ root, rules, today, entrance, failed }: Settings): Hono {
  const app = new Hono();
  app.onError(async (error, context) => {
    failed(error);
    const asked = await askedFor(context);
    const back = ownPath(asked.back) || `/${within}`;
    return context.html(failedPage(frameAt(context, within), { why: 'failed', ...asked, back }), 500);
  });
  app.notFound(nowhere(within));
  app.use(gate(entrance));
  signInRoutes(app, entrance);
  if (entrance.sandbox) sandboxRoutes(app, entrance, entrance.sandbox);
  app.route('/', studio({ root, rules, today, token: within, door: door(entrance) }));
  return app;
}
