import type { Handler, Hono } from 'hono';
import { z } from 'zod';
import type { PersonId } from '#core/ids.ts';
import { problemAlone } from '../answer.ts';
import { dropCookie, sessionCookie } from '../cookies.ts';
import { described, writePost } from '../described.ts';
import { ownSession, ownSessionOf } from '../own-session.ts';
import type { ApiParts } from '../parts.ts';
import { choice, uuid } from '../shapes.ts';
import { readVisit } from '../visit.ts';
import { write } from '../write.ts';

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const deletedPage = 'my-data/deleted';

/** For the document of the API. */
const describes = {
  photo: {
    summary: 'The photo of somebody of her own group, or the one from before a change.',
    who: 'applicant',
    query: { person: uuid, change: uuid.optional() },
    answers: [{ status: 200, type: 'image/jpeg' }],
    problems: ['not-found'],
  },
  save: {
    summary: 'Everything held about her and her group, as a file (docs/my-data.md).',
    who: 'applicant',
    body: { fields: {}, takesPhoto: false, isOnce: false },
    answers: [
      { status: 200, type: 'application/json', schema: z.looseObject({ form: z.literal('puente/my-data/1') }) },
      { status: 303, leads: 'The page to sign in, where nobody is signed in.' },
    ],
    problems: [
      'foreign-origin',
      'unreadable-body',
      'body-too-large',
      'fields',
      'unexpected',
      'not-signed-in',
      'session-expired',
      'not-allowed',
    ],
  },
  remove: {
    summary: 'Delete everything about her and her group, for good.',
    fields: { delete: choice(['yes']) },
    answer: {},
    problems: [],
  },
} as const;

/** Everything held about a person: her photos, the file, and deleting it all. */
export function mountMyData(app: Hono, parts: ApiParts): void {
  const { services, isHttps } = parts;

  const photo: Handler = async (context) => {
    const session = await ownSessionOf(context.req.raw, parts);
    const person = context.req.query('person') ?? '';
    const change = context.req.query('change');
    const isAsked = session !== null && id.test(person) && (change === undefined || id.test(change));
    const found = isAsked
      ? await services.myPhoto({
          accountId: session.accountId,
          person: person as PersonId,
          ...(change !== undefined && { change }),
        })
      : null;
    // Another person's photo and one that never was are the same to whoever asks.
    if (!found) return problemAlone(readVisit(context.req.raw, parts), { kind: 'not-found' }, parts);
    const headers = { 'Content-Type': 'image/jpeg', 'Cache-Control': 'no-store' };
    return new Response(new Uint8Array(found), { headers });
  };
  app.get('/api/my-data/photo', described(describes.photo, photo));

  // Reads and changes nothing, but a POST: a link to it, sent by anybody, must not put her data on a shared phone.
  const save: Handler = async (context) => {
    const own = await ownSession(context.req.raw, parts, 'my-data');
    if ('response' in own) return own.response;
    return new Response(await services.exportData(own.session.accountId), {
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': 'attachment; filename="puente-my-data.json"',
        'Cache-Control': 'no-store',
      },
    });
  };
  app.post('/api/my-data/export', described(describes.save, save));

  const deleteAll = write(parts, {
    page: 'my-data/delete',
    who: 'applicant',
    describes: describes.remove,
    async act({ session, fields }) {
      const deleted = await services.deleteAccount({ accountId: session.accountId, fields });
      return deleted.ok ? { ok: true, value: { goTo: { page: deletedPage, query: '' } } } : deleted;
    },
  });
  const remove: Handler = async (context, next) => {
    const answer: unknown = await deleteAll(context, next);
    if (!(answer instanceof Response)) throw new Error('expected the answer of a write');
    const isDone = answer.status === 200 || answer.headers.get('location')?.endsWith(`/${deletedPage}`);
    // The session is gone, and what the browser still holds would be told to be an expired one.
    if (isDone) answer.headers.append('Set-Cookie', dropCookie(sessionCookie(isHttps), isHttps));
    return answer;
  };
  app.post('/api/my-data/delete', described(writePost(describes.remove, { who: 'applicant' }), remove));
}
