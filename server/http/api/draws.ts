import type { Handler, Hono } from 'hono';
import { z } from 'zod';
import { isDay } from '#core/draw/forms.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { drawFiles, drawStages, type PublishedFile, seasonFiles } from '../../services/draws.ts';
import { described } from '../described.ts';
import type { ApiParts } from '../parts.ts';
import { anybodysPost, programProblem, signedPost } from '../program-route.ts';
import { choice, day as dayShape } from '../shapes.ts';
import { readVisit } from '../visit.ts';
import { witnessOf } from '../witness.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));
const day = dayShape.meta({ examples: ['2027-03-11'] });
const signature = hex(64).meta({ examples: ['0'.repeat(128)] });
const secret = hex(32).meta({ examples: ['0'.repeat(64)] });

const types = { json: 'application/json', tsv: 'text/tab-separated-values', txt: 'text/plain' } as const;
const anyFile = [
  { status: 200, type: types.json, schema: z.looseObject({}) },
  { status: 200, type: types.tsv },
  { status: 200, type: types.txt },
] as const;

/** The draws in public, file by file, and what witnesses send (docs/decisions/0048-witnesses.md). */
export function mountDraws(app: Hono, parts: ApiParts): void {
  const { services } = parts;
  const wrong = (request: Request, kind: Parameters<typeof programProblem>[0]) =>
    programProblem(kind, readVisit(request, parts).requestId);

  const now: Handler = async (context) => {
    const found = await services.drawNow();
    if (!found) return wrong(context.req.raw, { kind: 'draw-unknown' });
    context.header('Cache-Control', 'public, max-age=5');
    return context.json(found);
  };
  const stage = z.strictObject({
    day,
    draw: z.int().nullable().describe('In its season; null: the pool is open.'),
    stage: z.enum(['open', ...drawStages]),
    waitsFor: z.array(z.string()).describe('Parties whose signature or secret is missing.'),
  });
  app.get(
    '/api/draws/now',
    described(
      {
        summary: 'The draw that waits for its parties, else the open pool, else the last draw.',
        who: 'anybody',
        answers: [{ status: 200, type: types.json, schema: stage }],
        problems: ['draw-unknown'],
      },
      now,
    ),
  );

  const seasonsFile: Handler = async (context) => {
    const name = seasonFiles.find((one) => one === context.req.param('file'));
    const found = name && (await services.seasonFile(name));
    if (!found) return wrong(context.req.raw, { kind: 'not-there-yet' });
    return sent(name, found, 'public');
  };
  app.get(
    '/api/draws/:file',
    described(
      {
        summary:
          'A file of all draws of the season: its parties, the log of its draws; and all roots of registrations.',
        who: 'anybody',
        path: { file: choice(seasonFiles) },
        answers: anyFile,
        problems: ['not-there-yet'],
      },
      seasonsFile,
    ),
  );

  const file: Handler = async (context) => {
    const request = context.req.raw;
    const asked = context.req.param('day') ?? '';
    const name = drawFiles.find((one) => one === context.req.param('file'));
    if (!isDay(asked) || !name) return wrong(request, { kind: 'draw-unknown' });
    const by = await witnessOf(request, new Uint8Array(), parts);
    if (!by.ok) return wrong(request, by.error);
    const isWitness = by.value !== null;
    const found = await services.drawFile({ day: asked as LocalDay, name, isWitness });
    return found.ok ? sent(name, found.value, isWitness ? 'witness' : 'public') : wrong(request, found.error);
  };
  app.get(
    '/api/draws/:day/:file',
    described(
      {
        summary: 'A file of one draw, as in core/draw/README.md; some are for witnesses until its last slot is past.',
        who: 'anybody',
        path: { day, file: choice(drawFiles) },
        answers: anyFile,
        problems: [
          'draw-unknown',
          'not-public',
          'not-there-yet',
          'witness-unknown',
          'request-time-wrong',
          'request-signature-wrong',
        ],
      },
      file,
    ),
  );

  mountWitnesses(app, parts);
}

function mountWitnesses(app: Hono, parts: ApiParts): void {
  const { services } = parts;
  const dayOf = (param: (name: string) => string) => param('day') as LocalDay;
  const small = z.int().min(1).max(1000);

  app.post(
    '/api/draws/witness',
    signedPost(parts, {
      summary: 'A witness joins the next season with the first tip of a new chain.',
      fields: {
        name: z.string().max(40),
        key: secret,
        tip: secret,
        length: z
          .int()
          .min(1)
          .max(100_000)
          .meta({ examples: [1000] }),
        escrow: z
          .strictObject({ threshold: small, trustees: small })
          .nullable()
          .meta({ examples: [null] }),
      },
      problems: ['tip-used'],
      async act({ by, fields: { name, key, tip, length, escrow } }) {
        if (name !== by.name || key !== by.key) return { ok: false, error: { kind: 'witness-unknown' } };
        return services.joinSeason({ by, tip, length, escrow });
      },
    }),
  );

  app.post(
    '/api/draws/:day/announcement-signature',
    signedPost(parts, {
      summary: 'A witness signs the announcement and the day’s root of the registrations.',
      path: { day },
      fields: { signature, registrationsSignature: signature },
      problems: ['draw-unknown', 'not-a-party', 'signature-wrong'],
      act: async ({ by, fields, param }) => services.signAnnouncement({ by, day: dayOf(param), ...fields }),
    }),
  );

  app.post(
    '/api/draws/:day/reveal',
    anybodysPost(parts, {
      summary: 'A party’s secret of this draw; from whom doesn’t matter, since its hash is announced.',
      path: { day },
      fields: { reveal: secret },
      problems: ['draw-unknown', 'too-early', 'reveal-wrong'],
      act: async ({ fields, param }) => services.revealSecret({ day: dayOf(param), ...fields }),
    }),
  );

  app.post(
    '/api/draws/:day/summary-signature',
    signedPost(parts, {
      summary: 'A witness signs the result that it has recomputed.',
      path: { day },
      fields: { signature },
      problems: ['draw-unknown', 'not-a-party', 'too-early', 'signature-wrong'],
      act: async ({ by, fields, param }) => services.signSummary({ by, day: dayOf(param), ...fields }),
    }),
  );
}

/** What never changes again is kept for good by whoever asks; what only a witness may see is kept by nobody. */
function sent(name: string, { text, isFinal }: PublishedFile, to: 'public' | 'witness'): Response {
  const ending = name.split('.')[1] ?? 'txt';
  const type = ending === 'json' || ending === 'tsv' ? types[ending] : types.txt;
  const kept = isFinal ? 'public, max-age=31536000, immutable' : 'public, max-age=30';
  return new Response(text, {
    headers: {
      'Content-Type': type === types.json ? type : `${type}; charset=utf-8`,
      'Cache-Control': to === 'witness' ? 'private, no-store' : kept,
    },
  });
}
