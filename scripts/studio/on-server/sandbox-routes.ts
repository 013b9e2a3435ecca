import type { Context, Hono } from 'hono';
import type { Problem } from '#core/problem/kinds.ts';
import type { Result } from '#core/result.ts';
import { can } from '#core/staff/permissions.ts';
import type { SandboxProvider } from '#server/sign-in/sandbox/provider.ts';
import { sandboxPage } from '../pages/entrance.ts';
import { answerWithWayIn, type Entrance, frameFor } from './entrance.ts';
import { madeUpPeople } from './people.ts';
import { ofReadableSize } from './sign-in-routes.ts';

/** The screen of the sandbox's provider: who she says she is, or that she would rather not. */
export function sandboxRoutes(app: Hono, entrance: Entrance, provider: SandboxProvider): void {
  const screen = '/:ui/sandbox/sign-in';
  const readable = ofReadableSize(entrance);
  app.get(screen, (context) =>
    answerWithWayIn(context, entrance, { page: screenOf(context, context.req.query('uid')), status: 200 }),
  );
  app.post(screen, readable, (context) => answer(context, entrance, (uid, email) => provider.finish({ uid, email })));
  app.post(`${screen}/cancel`, readable, (context) => answer(context, entrance, (uid) => provider.cancel({ uid })));
}

const people = madeUpPeople.map(({ email, role }) => ({ email, isTranslator: can(role, 'edit-texts') }));

function screenOf(context: Context, uid: string | undefined): string {
  return sandboxPage(frameFor(context, context.req.param('ui')), { uid: plainId(uid), people });
}

async function answer(
  context: Context,
  entrance: Entrance,
  act: (uid: string, email: string) => Promise<Result<string, Problem>>,
): Promise<Response> {
  const sent = await context.req.parseBody();
  const [uid, email] = [sent['uid'], sent['email']];
  const finished = await act(plainId(uid), typeof email === 'string' ? email : '');
  // Only a button can be pressed here, so what is wrong is the age of the screen.
  return finished.ok
    ? context.redirect(finished.value, 303)
    : answerWithWayIn(context, entrance, { page: screenOf(context, undefined), status: 410 });
}

/** What no provider has given out is none. */
function plainId(uid: unknown): string {
  return typeof uid === 'string' && /^[\w-]{1,100}$/.test(uid) ? uid : '';
}
