import type { Hono } from 'hono';
import { z } from 'zod';
import {
  fieldProblemKinds,
  type ProblemKind,
  type ProgramProblemKind,
  problemKinds,
  programProblemKinds,
} from '#core/problem/kinds.ts';
import { type AnswerDescription, type Description, descriptionOf, type Shape } from './described.ts';
import { repeatKeyForm } from './repeat.ts';
import { programStatusOf, statusOf } from './status.ts';

type Json = Readonly<Record<string, unknown>>;

const problem = z
  .strictObject({
    type: z.string().describe('A path here: `/problems/` and the kind.'),
    title: z
      .enum([...problemKinds, ...programProblemKinds])
      .describe(
        'The kind. Sentences are in the catalogs, in the person’s language; of what programs are told there are none.',
      ),
    status: z.int(),
    fields: z
      .array(z.strictObject({ field: z.string(), kind: z.enum(fieldProblemKinds), limit: z.number().optional() }))
      .optional()
      .describe('With the kind `fields`: what is wrong with which.'),
    at: z.string().optional().describe('Of what programs are told: the member that is wrong.'),
    numbers: z.record(z.string(), z.number()).optional().describe('Numbers of the sentence, such as `kilometers`.'),
    next: z.string().optional().describe('Where to go first, such as the page to sign in.'),
    requestId: z.string().describe('To be told when asking for help.'),
  })
  .describe('RFC 9457.');

/**
 * The API in OpenAPI 3.1, made of the routes that are mounted and of what each says of itself. `missing`: the routes that
 * say nothing, such as `POST /api/offer/extend`.
 */
export function openApiOf(
  app: Hono,
  { publicUrl, sessionCookie }: { readonly publicUrl: string; readonly sessionCookie: string },
): { readonly document: Json; readonly missing: readonly string[] } {
  const routes = app.routes.filter(({ method }) => method !== 'ALL');
  const missing: string[] = [];
  const paths: Record<string, Record<string, Json>> = {};
  for (const { path, method, handler } of routes) {
    const description = descriptionOf(handler);
    if (!description) missing.push(`${method} ${path}`);
    else {
      const named = path.replaceAll(/:(\w+)/g, '{$1}');
      paths[named] = { ...paths[named], [method.toLowerCase()]: operationOf(path, method, description) };
    }
  }
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Puente',
      version: '1',
      summary: 'Ask for a scarce appointment at a port of entry, fairly.',
      description:
        'Every write is a POST of a form or of a JSON object with the same fields. With `Accept: application/json` it is answered with JSON or an RFC 9457 problem, otherwise with a 303 to the next page. The header `Origin` must be this server’s own.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem) },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: sessionCookie,
          description: 'Set after signing in; 30 minutes idle, 12 hours at most.',
        },
      },
    },
  };
  return { document, missing };
}

function operationOf(path: string, method: string, description: Description): Json {
  const { summary, who, path: named = {}, query = {}, body, program } = description;
  return {
    operationId: idOf(path, method),
    summary,
    tags: [path.split('/')[2] ?? 'public'],
    ...(who === 'anybody' ? { security: [] } : { security: [{ session: [] }] }),
    ...(who === 'anybody' || who === 'applicant'
      ? {}
      : { description: `For staff who may ${who.replaceAll('-', ' ')}.` }),
    parameters: [
      ...Object.entries(named).map(([name, schema]) => ({ ...parameterOf(name, schema), in: 'path' })),
      ...Object.entries(query).map(([name, schema]) => parameterOf(name, schema)),
      ...(body?.isOnce ? [once] : []),
    ],
    ...(body ? { requestBody: bodyOf(body) } : {}),
    ...(program
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(program) } } } }
      : {}),
    responses: { ...answersOf(description.answers), ...problemsOf(description.problems) },
  };
}

const once: Json = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'The same key again gets the same answer, and nothing is done twice, in a later session of the same person either. Kept for 31 days.',
  schema: { type: 'string', pattern: repeatKeyForm.source },
};

function parameterOf(name: string, schema: z.ZodType): Json {
  return { name, in: 'query', required: !schema.safeParse(undefined).success, schema: schemaOf(schema) };
}

function bodyOf({ fields, takesPhoto }: NonNullable<Description['body']>): Json {
  const schema = formOf(fields);
  const photo = { photo: { type: 'string', format: 'binary' } };
  const multipart = { ...schema, properties: { ...(schema['properties'] as Json), ...photo } };
  return {
    required: false,
    content: {
      'application/json': { schema },
      'application/x-www-form-urlencoded': { schema },
      ...(takesPhoto ? { 'multipart/form-data': { schema: multipart } } : {}),
    },
  };
}

/** Fields beyond these are not looked at. */
function formOf(fields: Shape): Json {
  return schemaOf(
    z.object({
      ...fields,
      page: z.string().optional().describe('The page that a form stands on, to come back to.'),
      locale: z.string().optional().describe('The language of the answer’s pages.'),
    }),
  );
}

function answersOf(answers: readonly AnswerDescription[]): Json {
  const described: Record<string, Json> = {};
  for (const answer of answers) {
    if (answer.status === 303) {
      const location = { description: answer.leads, required: true, schema: { type: 'string' } };
      described['303'] = { description: 'Without `Accept: application/json`.', headers: { Location: location } };
      continue;
    }
    const schema = 'schema' in answer ? schemaOf(answer.schema) : { type: 'string', format: 'binary' };
    const others = described[answer.status]?.['content'] as Json | undefined;
    const content = { ...others, [answer.type]: { schema } };
    described[answer.status] = { description: answer.status === 200 ? 'Done.' : 'Not now.', content };
  }
  return described;
}

/** One answer a status, which names the kinds that come with it. */
function problemsOf(kinds: readonly (ProblemKind | ProgramProblemKind)[]): Json {
  const all = { ...statusOf, ...programStatusOf };
  const sorted = [...new Set(kinds)].toSorted();
  const statuses = [...new Set(sorted.map((kind) => all[kind]))];
  const byStatus = statuses.map((status) => [status, sorted.filter((kind) => all[kind] === status)] as const);
  return Object.fromEntries(
    byStatus.map(([status, own]) => [
      String(status),
      {
        description: own.join(', '),
        content: {
          'application/problem+json': {
            schema: {
              allOf: [{ $ref: '#/components/schemas/Problem' }],
              properties: { title: { enum: own }, status: { const: status } },
            },
          },
        },
      },
    ]),
  );
}

function schemaOf(schema: z.ZodType): Json {
  const made: Json = z.toJSONSchema(schema, { io: 'input' });
  // The document says once which dialect it is in.
  return Object.fromEntries(Object.entries(made).filter(([key]) => key !== '$schema' && key !== '~standard'));
}

/** `POST /api/offer/extend` is `postOfferExtend`. */
function idOf(path: string, method: string): string {
  const words = path.split(/[^a-z0-9]+/i).filter((word) => word !== '' && word !== 'api');
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
