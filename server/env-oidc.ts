import { resolve } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '#core/result.ts';

const text = z.string().trim().min(1);

/** What the product and the studio on a server read of their sign-in provider. */
export const oidcVariables = {
  OIDC_ISSUER: z.url({ protocol: /^https$/ }).optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_KEY_FILE: text.optional(),
  OIDC_ACR_VALUES: text.optional(),
};
type OidcVariable = keyof typeof oidcVariables;

export const oidcExpectations: Readonly<Record<OidcVariable, string>> = {
  OIDC_ISSUER: 'the address of an OpenID provider, such as https://idp.example',
  OIDC_CLIENT_ID: 'the client id that the provider gave',
  OIDC_KEY_FILE: 'the path of the private key (JWK) for private_key_jwt',
  OIDC_ACR_VALUES: 'the acr_values that the provider asks for',
};

export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly keyFile: string;
  readonly acrValues: string | undefined;
};

type Values = { readonly [Name in OidcVariable]?: string | undefined };

type WrongOidc = { readonly kind: 'wrong-variable'; readonly variable: OidcVariable; readonly expected: string };

/** The provider's settings; undefined where none is named. Error: the variable that is missing, and what was expected. */
export function readOidc(values: Values): Result<OidcSettings | undefined, WrongOidc> {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_KEY_FILE: keyFile, OIDC_ACR_VALUES: acrValues } = values;
  if (!issuer) {
    if (clientId || keyFile || acrValues)
      return wrong('OIDC_ISSUER', 'the provider that the other OIDC_ variables are of');
    return ok(undefined);
  }
  if (!clientId) return wrong('OIDC_CLIENT_ID');
  if (!keyFile) return wrong('OIDC_KEY_FILE');
  return ok({ issuer, clientId, keyFile: resolve(keyFile), acrValues });
}

function wrong(variable: OidcVariable, expected = oidcExpectations[variable]): Result<never, WrongOidc> {
  return err({ kind: 'wrong-variable', variable, expected });
}
