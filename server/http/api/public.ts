import type { Hono } from 'hono';
import { z } from 'zod';
import { described } from '../described.ts';
import type { ApiParts } from '../parts.ts';

/** What anybody may read: the CAPTCHA's challenge, the keys that proofs are checked with, whether the server is well. */
export function mountPublic(app: Hono, parts: ApiParts): void {
  const open = { who: 'anybody', problems: [] } as const;

  const task = z.looseObject({}).nullable().describe('What the page’s check begins with; null: nothing is asked.');
  app.get(
    '/api/captcha',
    described(
      {
        ...open,
        summary: 'The task of the check against robots.',
        answers: [{ status: 200, type: 'application/json', schema: task }],
      },
      async (context) => {
        context.header('Cache-Control', 'no-store');
        return context.json((await parts.captcha.challenge()) as object | null);
      },
    ),
  );

  const keys = z.strictObject({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })) });
  app.get(
    '/.well-known/jwks.json',
    described(
      {
        ...open,
        summary: 'The public keys that a proof is checked with (RFC 7517).',
        answers: [{ status: 200, type: 'application/jwk-set+json', schema: keys }],
      },
      (context) => {
        context.header('Cache-Control', 'public, max-age=3600');
        return context.body(JSON.stringify(parts.jwks), 200, { 'Content-Type': 'application/jwk-set+json' });
      },
    ),
  );

  app.get(
    '/api/health',
    described(
      {
        ...open,
        summary: 'Whether the server and its database are well.',
        answers: [
          { status: 200, type: 'application/json', schema: z.strictObject({ status: z.literal('ok') }) },
          { status: 503, type: 'application/json', schema: z.strictObject({ status: z.literal('unavailable') }) },
        ],
      },
      async (context) => {
        const isHealthy = await parts.isHealthy().catch(() => false);
        context.header('Cache-Control', 'no-store');
        return context.json({ status: isHealthy ? 'ok' : 'unavailable' }, isHealthy ? 200 : 503);
      },
    ),
  );
}
