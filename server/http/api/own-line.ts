import type { Handler, Hono } from 'hono';
import { z } from 'zod';
import { isDay } from '#core/draw/forms.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { problemAlone } from '../answer.ts';
import { described } from '../described.ts';
import { ownSessionOf } from '../own-session.ts';
import type { ApiParts } from '../parts.ts';
import { day as dayShape } from '../shapes.ts';
import { readVisit } from '../visit.ts';

const ownFile = z.looseObject({ promise: z.string(), promiseSignature: z.string() });

/** What a person gets of a draw: her promise, and the file with which she can check everything alone. */
export function mountOwnLine(app: Hono, parts: ApiParts): void {
  const found = async (request: Request, day: string | undefined) => {
    const session = await ownSessionOf(request, parts);
    if (!session || (day !== undefined && !isDay(day))) return null;
    return parts.services.ownLine(session.accountId, (day ?? null) as LocalDay | null);
  };
  const missing = (request: Request) => problemAlone(readVisit(request, parts), { kind: 'not-found' }, parts);
  const description = {
    who: 'applicant',
    query: { day: dayShape.optional().meta({ examples: ['2027-03-11'] }) },
    answers: [{ status: 200, type: 'application/json', schema: ownFile }],
    problems: ['not-found'],
  } as const;

  const promise: Handler = async (context) => {
    const own = await found(context.req.raw, context.req.query('day'));
    if (!own) return missing(context.req.raw);
    context.header('Cache-Control', 'no-store');
    return context.json({ promise: own.promise, promiseSignature: own.promiseSignature });
  };
  app.get(
    '/api/request/promise',
    described(
      { ...description, summary: 'What she was promised on asking, signed: of her latest request, or a day’s.' },
      promise,
    ),
  );

  const line: Handler = async (context) => {
    const own = await found(context.req.raw, context.req.query('day'));
    if (!own) return missing(context.req.raw);
    context.header('Cache-Control', 'no-store');
    context.header('Content-Disposition', 'attachment; filename="my-line.json"');
    return context.json(own);
  };
  app.get(
    '/api/request/my-line.json',
    described(
      { ...description, summary: 'Her own line of a draw with all that proves it, to keep (core/draw/own-line.ts).' },
      line,
    ),
  );
}
