import type { Handler } from 'hono';
import { z } from 'zod';
import type { ProgramProblem, ProgramProblemKind } from '#core/problem/kinds.ts';
import type { Result } from '#core/result.ts';
import type { KnownWitness } from '../services/draws.ts';
import { problemAlone } from './answer.ts';
import { readBytes } from './body.ts';
import { described } from './described.ts';
import { isForeign } from './origin.ts';
import type { ApiParts } from './parts.ts';
import { programStatusOf } from './status.ts';
import { readVisit } from './visit.ts';
import { witnessOf } from './witness.ts';

/** A problem of a request that no person made: the document alone (RFC 9457), whatever is accepted. */
export function programProblem({ kind, at }: ProgramProblem, requestId: string): Response {
  const status = programStatusOf[kind];
  const document = { type: `/problems/${kind}`, title: kind, status, ...(at === undefined ? {} : { at }), requestId };
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' };
  return new Response(JSON.stringify(document), { status, headers });
}

type Fields = Readonly<Record<string, z.ZodType>>;

type ProgramRoute<Shape extends Fields, By> = {
  readonly summary: string;
  readonly fields: Shape;
  readonly path?: Fields;
  readonly problems: readonly ProgramProblemKind[];
  act(input: {
    readonly by: By;
    readonly fields: z.infer<z.ZodObject<Shape>>;
    readonly param: (name: string) => string;
  }): Promise<Result<null, ProgramProblem>>;
};

const everyProgram = ['foreign-origin', 'unreadable-body', 'body-too-large', 'unexpected', 'form-wrong'] as const;
const everySigned = ['witness-unknown', 'request-time-wrong', 'request-signature-wrong'] as const;

/** A JSON object that a witness has signed; others are turned away as `witness-unknown`. */
export function signedPost<Shape extends Fields>(parts: ApiParts, route: ProgramRoute<Shape, KnownWitness>): Handler {
  return post(parts, { ...route, problems: [...everySigned, ...route.problems] }, async (request, body) => {
    const found = await witnessOf(request, body, parts);
    if (!found.ok) return found;
    return found.value ? { ok: true, value: found.value } : { ok: false, error: { kind: 'witness-unknown' } };
  });
}

/** The same from anybody. */
export function anybodysPost<Shape extends Fields>(parts: ApiParts, route: ProgramRoute<Shape, null>): Handler {
  return post(parts, route, async () => ({ ok: true, value: null }));
}

function post<Shape extends Fields, By>(
  parts: ApiParts,
  route: ProgramRoute<Shape, By>,
  identify: (request: Request, body: Uint8Array) => Promise<Result<By, ProgramProblem>>,
): Handler {
  const { summary, fields, path, problems } = route;
  const form = z.strictObject(fields);
  const description = {
    summary,
    who: 'anybody',
    ...(path && { path }),
    program: form,
    answers: [{ status: 200, type: 'application/json', schema: z.strictObject({ status: z.literal('ok') }) }],
    problems: [...everyProgram, ...problems],
  } as const;
  return described(description, async (context) => {
    const request = context.req.raw;
    const visit = { ...readVisit(request, parts), wantsJson: true };
    if (isForeign({ get: (name) => request.headers.get(name) ?? undefined }, parts.publicUrl))
      return problemAlone(visit, { kind: 'foreign-origin' }, parts);
    const body = await readBytes(request, { kind: 'small' });
    if (!body.ok) return problemAlone(visit, body.error, parts);
    const json = objectIn(body.value);
    if (json === null) return problemAlone(visit, { kind: 'unreadable-body' }, parts);
    const by = await identify(request, body.value);
    if (!by.ok) return programProblem(by.error, visit.requestId);
    const read = form.safeParse(json);
    if (!read.success)
      return programProblem({ kind: 'form-wrong', at: read.error.issues[0]?.path.join('.') ?? '' }, visit.requestId);
    const param = (name: string) => context.req.param(name) ?? '';
    const done = await route.act({ by: by.value, fields: read.data, param });
    return done.ok ? context.json({ status: 'ok' }) : programProblem(done.error, visit.requestId);
  });
}

function objectIn(bytes: Uint8Array): object | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? json : null;
  } catch {
    return null;
  }
}
