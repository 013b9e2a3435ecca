import { resolve } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '#core/result.ts';
import type { Env, WrongVariable } from '#server/env.ts';
import { oidcExpectations, oidcVariables, readOidc } from '#server/env-oidc.ts';

const variables = z.object({
  PUENTE_MODE: z.enum(['demonstration', 'production']).default('demonstration'),
  PORT: z.coerce.number().int().min(1).max(65535).default(4747),
  HOST: z.string().trim().min(1).default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine((address) => URL.canParse(address) && new URL(address).pathname === '/')
    .optional(),
  STUDIO_TRANSLATORS: z.string().trim().min(1).optional(),
  ...oidcVariables,
});
type Values = z.infer<typeof variables>;
type Variable = keyof Values;

/** All that the studio on a server reads; `docs/operations.md` tells of each. */
export const studioVariables = Object.keys(variables.shape);

const expectations: Readonly<Record<Variable, string>> = {
  PUENTE_MODE: 'demonstration or production',
  PORT: 'a port number from 1 to 65535',
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  PUBLIC_URL: 'an address without a path, such as https://studio.example',
  STUDIO_TRANSLATORS: 'the path of the list of translators',
  ...oidcExpectations,
};

export type StudioEnv = Pick<Env, 'port' | 'host' | 'publicUrl' | 'oidc'> & {
  /** The file with the translators; undefined: the sandbox's made-up people. */
  readonly translators: string | undefined;
};

function wrong(variable: Variable, expected = expectations[variable]): Result<never, WrongVariable> {
  return err({ kind: 'wrong-variable', variable, expected });
}

/** In production people's names stand under texts: a real provider, a real list, and a cookie that the host is bound to. */
function checkProduction({ PUBLIC_URL, OIDC_ISSUER }: Values): Result<null, WrongVariable> {
  if (!PUBLIC_URL) return wrong('PUBLIC_URL');
  if (!PUBLIC_URL.startsWith('https:')) return wrong('PUBLIC_URL', 'an address on https in production');
  return OIDC_ISSUER ? ok(null) : wrong('OIDC_ISSUER');
}

/** Reads the environment. An empty value counts as not set. Error: the first wrong variable and what was expected. */
export function readStudioEnv(source: Readonly<Record<string, string | undefined>>): Result<StudioEnv, WrongVariable> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) return wrong(String(parsed.error.issues[0]?.path[0]) as Variable);
  const values = parsed.data;
  const production = values.PUENTE_MODE === 'production' ? checkProduction(values) : ok(null);
  if (!production.ok) return production;
  const oidc = readOidc(values);
  if (!oidc.ok) return oidc;
  const { HOST: host, PORT: port, STUDIO_TRANSLATORS: translators } = values;
  if (oidc.value && !translators) return wrong('STUDIO_TRANSLATORS');
  // In the sandbox anybody is whoever she names: a list of real people would only lend them her hand.
  if (translators && !oidc.value) return wrong('OIDC_ISSUER', 'the provider that the people of STUDIO_TRANSLATORS use');
  return ok({
    port,
    host,
    publicUrl: new URL(values.PUBLIC_URL ?? `http://localhost:${port}`).origin,
    oidc: oidc.value,
    translators: translators && resolve(translators),
  });
}
