import { importJWK, type JWK } from 'jose';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  type CustomFetch,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  PrivateKeyJwt,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { err, ok, type Result } from '#core/result.ts';
import type { SignedIn, SignIn, SignInFailure, SignInFlow } from './contract.ts';
import { failureKind, failureReason } from './openid-failure.ts';

/** A private key as JWK with its `alg` (`ES256`, or `Ed25519` of RFC 9864) and the `kid` under which the provider knows it. */
export type ClientKey = JWK & { readonly alg: 'ES256' | 'Ed25519'; readonly kid: string };

export type OpenIdSettings = {
  readonly issuer: string;
  readonly clientId: string;
  /** Registered with the provider to the letter, such as `https://puente.example/api/sign-in/callback`. */
  readonly redirectUri: string;
  readonly clientKey: ClientKey;
  readonly isSandbox: boolean;
  /** What the provider wants as `acr_values`, such as Login.gov's `urn:acr.login.gov:auth-only`. */
  readonly acrValues?: string;
  /** Demonstration only: an issuer on http. Everywhere else it is refused when the adapter is made. */
  readonly allowPlainHttp?: boolean;
  /**
   * Where the server itself reaches the issuer's origin, such as `http://127.0.0.1:3000` for the sandbox behind a proxy
   * or in a container, which often can't call their own public address.
   */
  readonly backChannelOrigin?: string;
  readonly timeoutSeconds?: number;
  /** Called with the vendor's error code, never with a person's data: for the log. */
  readonly report?: (kind: SignInFailure['kind'], reason: string) => void;
};

/** OpenID Connect by `openid-client`: code flow, PKCE S256, state, nonce, private_key_jwt; the e-mail must be verified. */
export function createOpenIdSignIn(settings: OpenIdSettings): SignIn {
  const issuer = new URL(settings.issuer);
  if (issuer.protocol !== 'https:' && !settings.allowPlainHttp) {
    throw new Error(`the sign-in provider must be on https, found ${issuer.origin}: correct its issuer address`);
  }
  const configured = lazily(() => discover(issuer, settings));

  const fail = (kind: SignInFailure['kind'], reason: string): { ok: false; error: SignInFailure } => {
    settings.report?.(kind, reason);
    return err({ kind });
  };

  /** Whatever goes wrong here is the provider's or the network's: nobody can sign in until it is mended. */
  const configuration = async (): Promise<Result<Configuration, SignInFailure>> => {
    try {
      return ok(await configured());
    } catch (error) {
      failureKind(error);
      return fail('sign-in-unavailable', `discovery: ${failureReason(error)}`);
    }
  };

  return {
    isSandbox: settings.isSandbox,
    origin: issuer.origin,

    async begin(locale, wish) {
      const config = await configuration();
      if (!config.ok) return config;
      const flow: SignInFlow = {
        state: randomState(),
        nonce: randomNonce(),
        codeVerifier: randomPKCECodeVerifier(),
      };
      const address = buildAuthorizationUrl(config.value, {
        redirect_uri: settings.redirectUri,
        scope: 'openid email',
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await calculatePKCECodeChallenge(flow.codeVerifier),
        code_challenge_method: 'S256',
        ui_locales: locale,
        // OpenID Connect Core 3.1.2.1. Without it a browser that is signed in there comes straight back as the same person.
        ...(wish ? { prompt: 'select_account' } : {}),
        ...(settings.acrValues ? { acr_values: settings.acrValues } : {}),
      });
      return ok({ address: address.href, flow });
    },

    async complete(callback, flow) {
      const config = await configuration();
      if (!config.ok) return config;
      try {
        const found = await exchange(config.value, answerAt(settings.redirectUri, callback), flow);
        return found ? ok(found) : fail('sign-in-failed', 'no verified e-mail address');
      } catch (error) {
        return fail(failureKind(error), failureReason(error));
      }
    },
  };
}

async function exchange(config: Configuration, answer: URL, flow: SignInFlow): Promise<SignedIn | null> {
  const tokens = await authorizationCodeGrant(config, answer, {
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    pkceCodeVerifier: flow.codeVerifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) return null;
  // OpenID Connect Core 5.4: with the code flow scope claims come from the userinfo endpoint; some put them in both.
  const who = claims.email === undefined ? await fetchUserInfo(config, tokens.access_token, claims.sub) : claims;
  if (typeof who.email !== 'string' || who.email === '' || who.email_verified !== true) return null;
  return { issuer: claims.iss, subject: claims.sub, email: who.email };
}

/** The call-back as registered: behind a proxy the request's own host may differ, and the provider compares letters. */
function answerAt(redirectUri: string, callback: URL): URL {
  const answer = new URL(redirectUri);
  answer.search = callback.search;
  return answer;
}

async function discover(issuer: URL, settings: OpenIdSettings): Promise<Configuration> {
  const { clientId, clientKey, backChannelOrigin } = settings;
  const key = await importJWK(clientKey, clientKey.alg);
  if (!(key instanceof CryptoKey)) throw new Error(`the client's key must be asymmetric, found alg ${clientKey.alg}`);
  return discovery(
    issuer,
    clientId,
    { redirect_uris: [settings.redirectUri] },
    PrivateKeyJwt({ key, kid: clientKey.kid }),
    {
      timeout: settings.timeoutSeconds ?? 10,
      // The signature of the ID token is checked as well: on plain http the connection proves nothing.
      execute: [enableNonRepudiationChecks, ...(settings.allowPlainHttp ? [plainHttp] : [])],
      ...(backChannelOrigin ? { [customFetch]: rerouted(issuer.origin, backChannelOrigin) } : {}),
    },
  );
}

// eslint-disable-next-line @typescript-eslint/no-deprecated -- "deprecated" so that it stands out: demonstration only.
const plainHttp = allowInsecureRequests;

function rerouted(publicOrigin: string, backChannelOrigin: string): CustomFetch {
  return (address, options) => {
    const url = new URL(address);
    const target = url.origin === publicOrigin ? new URL(url.pathname + url.search, backChannelOrigin) : url;
    return fetch(target, options as RequestInit);
  };
}

/** Made at the first use and kept; people who come together share one try, and after a failed one the next tries again. */
function lazily<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
