import type { Context, Hono } from 'hono';
import type { Problem } from '#core/problem/kinds.ts';
import type { Result } from '#core/result.ts';
import { openSession, refuse, sent } from '../answer.ts';
import { described, openPost } from '../described.ts';
import type { ApiParts } from '../parts.ts';
import { text } from '../shapes.ts';
import { dropWaiting, receive } from '../write.ts';

type SandboxScreen = NonNullable<ApiParts['sandboxProvider']>;
type Fields = Readonly<Record<string, string>>;

/** The forms of the sandbox provider's screen: who she says she is, or that she would rather not. */
export function mountSandbox(app: Hono, parts: ApiParts, provider: SandboxScreen): void {
  const uid = text(100);
  const problems = ['form-stale'] as const;
  app.post(
    '/api/sandbox/sign-in',
    described(
      openPost({
        summary: 'Sandbox: be whoever has this e-mail.',
        fields: { uid, email: text(254, 'ana@puente.example') },
        answer: {},
        problems,
      }),
      (context) => answer(context, parts, (fields) => provider.finish({ uid: '', email: '', ...fields })),
    ),
  );
  app.post(
    '/api/sandbox/sign-in/cancel',
    described(openPost({ summary: 'Sandbox: rather not sign in.', fields: { uid }, answer: {}, problems }), (context) =>
      answer(context, parts, (fields) => provider.cancel({ uid: '', ...fields })),
    ),
  );
}

async function answer(
  context: Context,
  parts: ApiParts,
  act: (fields: Fields) => Promise<Result<string, Problem>>,
): Promise<Response> {
  const arrival = await receive(context.req.raw, parts, { page: 'sandbox/sign-in' });
  if (arrival.kind === 'answered') return arrival.response;
  const { visit, fields } = arrival;
  // It goes into an address: what no provider has given out is none.
  const uid = /^[\w-]{1,100}$/.exec(fields['uid'] ?? '')?.[0] ?? '';
  const found = await parts.sessions.find(visit.sessionToken);
  const session = found.kind === 'live' ? found.session : await openSession(visit, parts);
  const address = { page: 'sandbox/sign-in', query: `uid=${uid}` } as const;
  const finished = await act({ ...fields, uid });
  if (!finished.ok) {
    const entered = { email: (fields['email'] ?? '').slice(0, 1000) };
    return await refuse(visit, { problem: finished.error, address, entered, session }, parts);
  }
  const waiting = parts.sessions.outcome(session);
  // The way back from an expired session goes on waiting through the sign-in.
  if (waiting?.page === 'sandbox/sign-in') await dropWaiting(visit, session, parts);
  return sent(visit, finished.value);
}
