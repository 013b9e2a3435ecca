import type { Context, Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { refusedPage, type Said, signInPage } from '../pages/entrance.ts';
import { nothingWritten } from '../submission.ts';
import {
  answerWithWayIn,
  comerCalled,
  cookieOf,
  type Entrance,
  endSession,
  frameFor,
  giveCookie,
  ownPath,
  within,
} from './entrance.ts';

/** There, back and out. The provider knows the address of the way back as that of the product's. */
export function signInRoutes(app: Hono, entrance: Entrance): void {
  app.get('/', (context) => context.redirect(`/${within}`));
  app.get('/:ui/sign-in', (context) => {
    const isOut = context.req.query('out') !== undefined;
    return signInAnswer(context, entrance, { back: context.req.query('back'), said: isOut ? 'out' : undefined });
  });
  app.post('/:ui/sign-in', ofReadableSize(entrance), (context) => goThere(context, entrance));
  app.get('/api/sign-in/callback', (context) => comeBack(context, entrance));
  app.post('/:ui/sign-out', (context) => {
    endSession(context, entrance);
    return context.redirect(`/${frameFor(context, context.req.param('ui')).ui}/sign-in?out`, 303);
  });
}

/** Bytes. A form of the entrance has an address in it. */
const mostBytes = 20_000;

export function ofReadableSize(entrance: Entrance): MiddlewareHandler {
  return bodyLimit({
    maxSize: mostBytes,
    onError: (context) => signInAnswer(context, entrance, { back: undefined, said: 'sign-in-failed', status: 413 }),
  });
}

type Answer = {
  readonly back: string | undefined;
  readonly said: Said | undefined;
  /** Where it isn't in the address. */
  readonly ui?: string | undefined;
  readonly status?: ContentfulStatusCode;
};

function signInAnswer(context: Context, entrance: Entrance, answer: Answer): Response | Promise<Response> {
  const { back, said, ui } = answer;
  const frame = frameFor(context, ui ?? context.req.param('ui'));
  const isProblem = said !== undefined && said !== 'out';
  return answerWithWayIn(context, entrance, {
    page: signInPage(frame, { back: ownPath(back), said, isSandbox: entrance.signIn.isSandbox }),
    status: answer.status ?? (said === 'sign-in-unavailable' ? 503 : isProblem ? 403 : 200),
  });
}

async function goThere(context: Context, entrance: Entrance): Promise<Response> {
  const { ui } = frameFor(context, context.req.param('ui'));
  const sent = await context.req.parseBody();
  const back = ownPath(typeof sent['back'] === 'string' ? sent['back'] : undefined);
  const begun = await entrance.signIn.begin(ui, sent['as'] === 'other' ? 'another-account' : undefined);
  if (!begun.ok) return signInAnswer(context, entrance, { back, said: begun.error.kind });
  entrance.goings.drop(cookieOf(context, 'going', entrance));
  giveCookie(context, 'going', { entrance, value: entrance.goings.put({ flow: begun.value.flow, ui, back }) });
  return context.redirect(begun.value.address, 303);
}

/** The flow is used once, and who comes in gets a session of another name than any that her browser knew before. */
async function comeBack(context: Context, entrance: Entrance): Promise<Response> {
  const { signIn, goings, sessions, publicUrl } = entrance;
  const name = cookieOf(context, 'going', entrance);
  const going = goings.find(name);
  goings.drop(name);
  giveCookie(context, 'going', { entrance, value: undefined });
  if (!going) return signInAnswer(context, entrance, { back: undefined, said: 'sign-in-failed' });
  const { flow, ui, back } = going;
  const { pathname, search } = new URL(context.req.url);
  const completed = await signIn.complete(new URL(pathname + search, publicUrl), flow);
  if (!completed.ok) return signInAnswer(context, entrance, { back, ui, said: completed.error.kind });
  const { email } = completed.value;
  // A session lets nobody in by itself: where the list can't be read now, the door says so.
  if (comerCalled(email, entrance).kind === 'stranger') {
    endSession(context, entrance);
    const page = refusedPage(frameFor(context, ui), { back, written: nothingWritten });
    return answerWithWayIn(context, entrance, { page, status: 403 });
  }
  sessions.drop(cookieOf(context, 'session', entrance));
  giveCookie(context, 'session', { entrance, value: sessions.put({ email }) });
  return context.redirect(back === '' ? `/${within}/${ui}/` : back, 303);
}
