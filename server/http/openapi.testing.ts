import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import type { ApiSetting } from './api.testing.ts';
import { openApiOf } from './openapi.ts';

type Json = Readonly<Record<string, unknown>>;
type Schema = Json & { readonly properties?: Readonly<Record<string, Schema>>; readonly required?: readonly string[] };
type Content = Readonly<Record<string, { readonly schema: Schema }>>;
type Operation = {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
};

/** `name`: such as `post /api/offer/extend`. */
export type Described = {
  readonly name: string;
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
};

/** The description of that API, read as somebody reads it who has nothing else. */
export function readDescription(app: ApiSetting['app']) {
  const { document, missing } = openApiOf(app, { publicUrl: 'http://localhost:3000', sessionCookie: 'puente_session' });
  const paths = document['paths'] as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  const problem = (document['components'] as { readonly schemas: { readonly Problem: Schema } }).schemas.Problem;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation, name: `${method} ${path}` })),
  );
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  ajv.addSchema(problem, '#/components/schemas/Problem');
  ajv.addFormat('binary', true);
  ajv.addFormat('uuid', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  const judge = (schema: Schema, value: unknown, name: string) => {
    const isRight = ajv.validate(schema, value);
    expect(isRight ? [] : ajv.errors, `${name}: ${JSON.stringify(value)}`).toEqual([]);
  };

  return {
    document,
    missing,
    paths,
    operations,

    /** What is sent is as described: a description that forbids it would be wrong. */
    expectTakes: ({ name, operation }: Described, type: string, fields: unknown): void => {
      const schema = operation.requestBody?.content[type]?.schema;
      expect(schema, `${name} takes ${type}`).toBeDefined();
      if (schema) judge(schema, fields, name);
      const known = Object.keys(schema?.properties ?? {});
      const unknown = Object.keys(fields as object).filter((one) => !known.includes(one) && !/^person-/.test(one));
      expect(unknown, `${name}: fields that it doesn’t name`).toEqual([]);
    },

    /** The answer is one of those described: its status, its type, and everything in it. Gives the body, if it is JSON. */
    expectDescribed: async ({ name, operation }: Described, answer: Response): Promise<Json> => {
      const described = operation.responses[String(answer.status)];
      const type = answer.headers.get('content-type')?.split(';')[0] ?? 'none';
      const isFile = ['application/pdf', 'image/jpeg', 'audio/mpeg', 'text/csv'].includes(type);
      const text = isFile ? String((await answer.arrayBuffer()).byteLength) : await answer.text();
      expect(described, `${name}: ${answer.status} ${text}`).toBeDefined();
      if (answer.status === 303) return {};
      const schema = described?.content?.[type]?.schema;
      expect(schema, `${name}: ${answer.status} as ${type}`).toBeDefined();
      if (!schema || isFile) return {};
      const body: unknown = JSON.parse(text);
      judge(schema, body, name);
      return body as Json;
    },
  };
}

/** The first example of a field, one of its list, or any text. */
function sampleOf(schema: Schema): unknown {
  const { examples, enum: list } = schema as {
    readonly examples?: readonly unknown[];
    readonly enum?: readonly unknown[];
  };
  return examples?.[0] ?? list?.[0] ?? 'text';
}

function samplesOf(fields: Readonly<Record<string, Schema>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, String(sampleOf(schema))]));
}

/** A body made of the description alone. */
export function bodyOf({ operation }: Described): Readonly<Record<string, string>> {
  const {
    page: _page,
    locale: _locale,
    ...fields
  } = operation.requestBody?.content['application/json']?.schema.properties ?? {};
  return samplesOf(fields);
}

/** The path with what may be asked for in it. */
export function addressOf({ path, operation }: Described): string {
  const asked = operation.parameters.filter((parameter) => parameter.in === 'query' && parameter.name !== 'error');
  const query = samplesOf(Object.fromEntries(asked.map(({ name, schema }) => [name, schema])));
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`;
}

export const isPost = ({ method }: Described) => method === 'post';
