import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JWK } from 'jose';
import { interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { sourceLocale } from '#core/language/locales.ts';
import { isBuilt } from '#core/language/published.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';
import { readEmail, subjectOf } from './email.ts';
import { sandboxStorage } from './storage.ts';

const sandboxPath = '/sandbox/oidc';

export type SandboxKey = JWK & { readonly alg: 'ES256' | 'Ed25519'; readonly kid: string };

export type SandboxProviderSettings = {
  /** Where browsers find the server, such as `http://localhost:3000`; the issuer is this and `/sandbox/oidc`. */
  readonly publicUrl: string;
  /** Private JWK: signs the ID tokens. */
  readonly signingKey: SandboxKey;
  readonly client: {
    readonly id: string;
    readonly redirectUri: string;
    /** Public JWK: proves the client at the token endpoint (private_key_jwt). */
    readonly publicKey: SandboxKey;
  };
};

export type SandboxProvider = {
  readonly issuer: string;
  /** Answers what is below `/sandbox/oidc` and gives true; anything else is left alone and gives false. */
  handle(req: IncomingMessage, res: ServerResponse): boolean;
  /** The address to send the person on to (303), or what is wrong with the form; `uid` comes from the screen's address. */
  finish(input: { readonly uid: string; readonly email: string }): Promise<Result<string, Problem>>;
  cancel(input: { readonly uid: string }): Promise<Result<string, Problem>>;
};

const minutes = 60;

/**
 * A real OpenID provider without passwords: whoever types an address is that person. Its screen is the project's own
 * page `/{locale}/sandbox/sign-in?uid=…`, which posts back to `finish` or `cancel`.
 */
export function createSandboxProvider(settings: SandboxProviderSettings): SandboxProvider {
  const publicUrl = new URL(settings.publicUrl);
  const issuer = publicUrl.origin + sandboxPath;
  const storage = sandboxStorage();
  const emails = storage('SandboxEmail');

  const provider = new Provider(issuer, {
    adapter: storage,
    jwks: { keys: [{ ...settings.signingKey, use: 'sig' }] },
    clients: [clientOf(settings)],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    scopes: ['openid', 'email'],
    pkce: { required: () => true },
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      long: { httpOnly: true, sameSite: 'lax', path: sandboxPath },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
    },
    interactions: { policy: signInOnly(), url: (_ctx, { uid, params }) => screenFor(uid, params.ui_locales) },
    // Numbers, since each default says on the console that it should be changed.
    ttl: {
      AccessToken: 5 * minutes,
      AuthorizationCode: 1 * minutes,
      Grant: 30 * minutes,
      IdToken: 5 * minutes,
      Interaction: 30 * minutes,
      Session: 30 * minutes,
    },
    expiresWithSession: () => false,
    clientBasedCORS: () => false,
    loadExistingGrant: grantEverything,
    async findAccount(_ctx, subject) {
      const email = (await emails.find(subject))?.email;
      if (typeof email !== 'string') return undefined;
      return { accountId: subject, claims: () => ({ sub: subject, email, email_verified: true }) };
    },
    // The library's error page has English words of its own: the project's call-back has a sentence in each language.
    renderError(ctx) {
      ctx.redirect(`${settings.client.redirectUri}?error=server_error`);
    },
  });
  // `handle` sets the forwarded headers itself, over whatever a client sent.
  provider.proxy = true;
  provider.use(forgetfully);
  provider.use(inWords);
  const answer = provider.callback();

  const close = async (uid: string, result: Readonly<Record<string, unknown>>): Promise<Result<string, Problem>> => {
    const interaction = await provider.Interaction.find(uid);
    if (!interaction) return err({ kind: 'form-stale' });
    // Without the interaction's cookie, which the library ties to the screen's path and never sends to /api. The way
    // back asks for a second cookie (`_interaction_resume`), so it still ends in the browser that it began in.
    interaction.result = result;
    await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
    return ok(interaction.returnTo);
  };

  return {
    issuer,

    handle(req, res) {
      const url = req.url ?? '';
      if (!url.startsWith(`${sandboxPath}/`)) return false;
      // oidc-provider reads its mount point from the two fields that Express sets.
      Object.assign(req, { originalUrl: url, baseUrl: sandboxPath, url: url.slice(sandboxPath.length) });
      req.headers['x-forwarded-host'] = publicUrl.host;
      req.headers['x-forwarded-proto'] = publicUrl.protocol.slice(0, -1);
      void answer(req, res);
      return true;
    },

    async finish({ uid, email }) {
      const read = readEmail(email);
      if (!read.ok) return err({ kind: 'fields', fields: [{ field: 'email', ...read.error }] });
      const subject = subjectOf(read.value);
      await emails.upsert(subject, { email: read.value }, 60 * minutes);
      return close(uid, { login: { accountId: subject, remember: false }, select_account: {} });
    },

    cancel: ({ uid }) => close(uid, { error: 'access_denied', error_description: 'cancelled on the sandbox screen' }),
  };
}

function clientOf({ client, signingKey }: SandboxProviderSettings) {
  return {
    client_id: client.id,
    redirect_uris: [client.redirectUri],
    response_types: ['code' as const],
    grant_types: ['authorization_code'],
    token_endpoint_auth_method: 'private_key_jwt' as const,
    jwks: { keys: [client.publicKey] },
    id_token_signed_response_alg: signingKey.alg,
  };
}

/** No consent screen: the one client is the project itself. */
function signInOnly() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  // The library knows it only where it is told; `finish` answers it together with the sign-in.
  policy.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }));
  return policy;
}

async function grantEverything(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope('openid email');
  await grant.save();
  return grant;
}

/**
 * The provider never recognizes a browser: on a shared phone nobody is signed in as the one before, and another address
 * needs no signing out first.
 */
function forgetfully(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  const kept = ctx.req.headers.cookie?.split(';').filter((pair) => !/^\s*_session(?:\.sig)?=/.test(pair));
  if (kept) ctx.req.headers.cookie = kept.join(';');
  return next();
}

/** The library says of an address that it hasn't no more than `Not Found`: the project has a page for it. */
async function inWords(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  if (ctx.status === 404 && !ctx.body) ctx.redirect('/problems/not-found');
}

function screenFor(uid: string, wanted: unknown): string {
  const wishes = typeof wanted === 'string' ? wanted.split(' ') : [];
  const locale = wishes.find(isBuilt) ?? sourceLocale;
  return `/${locale}/sandbox/sign-in?uid=${encodeURIComponent(uid)}`;
}
