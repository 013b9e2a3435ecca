import type { Hono } from 'hono';
import { z } from 'zod';
import { sessionCookie } from '../cookies.ts';
import { described } from '../described.ts';
import { openApiOf } from '../openapi.ts';
import type { ApiParts } from '../parts.ts';

/** The description of the API: mounted last, since it reads the routes. */
export function mountOpenApi(app: Hono, { publicUrl, isHttps }: Pick<ApiParts, 'publicUrl' | 'isHttps'>): void {
  let made: string | null = null;
  const description = {
    summary: 'This document.',
    who: 'anybody',
    answers: [{ status: 200, type: 'application/json', schema: z.looseObject({ openapi: z.literal('3.1.0') }) }],
    problems: [],
  } as const;
  app.get(
    '/api/openapi.json',
    described(description, (context) => {
      made ??= JSON.stringify(openApiOf(app, { publicUrl, sessionCookie: sessionCookie(isHttps) }).document);
      context.header('Cache-Control', 'public, max-age=3600');
      return context.body(made, 200, { 'Content-Type': 'application/json' });
    }),
  );
}
