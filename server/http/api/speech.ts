import type { Handler, Hono } from 'hono';
import { z } from 'zod';
import { heardLocales, longestPiece } from '#core/language/heard.ts';
import { problemAlone } from '../answer.ts';
import { readBody } from '../body.ts';
import { described } from '../described.ts';
import { networkOf } from '../network.ts';
import { isForeign } from '../origin.ts';
import type { ApiParts } from '../parts.ts';
import { text } from '../shapes.ts';
import { readVisit } from '../visit.ts';

/** For the document of the API. */
const describes = {
  list: {
    summary: 'The languages in which the server can read a page aloud.',
    who: 'anybody',
    answers: [
      {
        status: 200,
        type: 'application/json',
        schema: z.strictObject({ locales: z.array(z.enum(heardLocales)) }),
      },
    ],
    problems: [],
  },
  say: {
    summary: 'Words of a page as sound, in the language that “locale” names.',
    who: 'anybody',
    body: { fields: { text: text(longestPiece, 'Help') }, takesPhoto: false, isOnce: false },
    answers: [{ status: 200, type: 'audio/mpeg' }],
    problems: [
      'foreign-origin',
      'unreadable-body',
      'body-too-large',
      'fields',
      'unexpected',
      'too-many-tries',
      'speech-unavailable',
    ],
  },
} as const;

/**
 * A voice for phones that have none. The words come in the body: an address stands in logs of proxies. No page has a form
 * for it, so what goes wrong is told to the script that asked.
 */
export function mountSpeech(app: Hono, parts: ApiParts): void {
  app.get(
    '/api/speech',
    described(describes.list, (context) => {
      context.header('Cache-Control', 'public, max-age=3600');
      return context.json({ locales: parts.services.heardLocales() });
    }),
  );

  const say: Handler = async (context) => {
    const request = context.req.raw;
    const visit = readVisit(request, parts);
    const isElsewhere = isForeign({ get: (name) => request.headers.get(name) ?? undefined }, parts.publicUrl);
    if (isElsewhere) return await problemAlone(visit, { kind: 'foreign-origin' }, parts);
    const body = await readBody(request, { kind: 'small' });
    if (!body.ok) return await problemAlone(visit, body.error, parts);
    const { fields } = body.value;
    const locale = fields['locale'] ?? visit.locale;
    const said = await parts.services.sayPiece({ fields, locale, network: networkOf(context, parts.proxyHops) });
    if (!said.ok) return await problemAlone(visit, said.error, parts);
    return new Response(said.value as Uint8Array<ArrayBuffer>, {
      headers: { 'Content-Type': 'audio/mpeg', 'Cache-Control': 'no-store' },
    });
  };
  app.post('/api/speech/piece', described(describes.say, say));
}
