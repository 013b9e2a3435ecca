import type { Hono } from 'hono';
import type { ApiParts } from '../parts.ts';

/** What anybody may read: the CAPTCHA's challenge, the keys that proofs are checked with, whether the server is well. */
export function mountPublic(app: Hono, parts: ApiParts): void {
  app.get('/api/captcha', async (context) => {
    context.header('Cache-Control', 'no-store');
    return context.json((await parts.captcha.challenge()) as object | null);
  });

  app.get('/.well-known/jwks.json', (context) => {
    context.header('Cache-Control', 'public, max-age=3600');
    return context.body(JSON.stringify(parts.jwks), 200, { 'Content-Type': 'application/jwk-set+json' });
  });

  app.get('/api/health', async (context) => {
    const isHealthy = await parts.isHealthy().catch(() => false);
    context.header('Cache-Control', 'no-store');
    return context.json({ status: isHealthy ? 'ok' : 'unavailable' }, isHealthy ? 200 : 503);
  });
}
