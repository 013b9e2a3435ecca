import type { AccountId } from '#core/ids.ts';
import type { Result } from '#core/result.ts';
import { isStaffRole } from '#core/staff/permissions.ts';
import { makeLog } from '../log.ts';
import type { Services } from '../services.ts';
import { makeApi } from './api.ts';
import { sessionCookie } from './cookies.ts';
import type { ApiParts } from './parts.ts';
import { makeRepeats, type RepeatRows } from './repeat.ts';
import { makeRoom } from './room.ts';
import { makeClock, plainVault, sessionsInMemory } from './session.testing.ts';

/** The table `repeats` in memory, as the repository keeps it. */
export function repeatRowsInMemory(): RepeatRows & { readonly table: ReadonlyMap<string, RepeatRow> } {
  const table = new Map<string, RepeatRow>();
  return {
    table,
    async begin({ key, requestHash, now, abandonedBefore, forgottenBefore }) {
      const row = table.get(key);
      const isFree =
        !row ||
        (!row.answer && row.at < abandonedBefore) ||
        (row.answer && forgottenBefore !== undefined && (row.at < forgottenBefore || row.hash !== requestHash));
      if (isFree) {
        table.set(key, { hash: requestHash, at: now });
        return { kind: 'first' };
      }
      if (row.hash !== requestHash) return { kind: forgottenBefore === undefined ? 'differs' : 'running' };
      return row.answer ? { kind: 'done', ...row.answer } : { kind: 'running' };
    },
    async finish({ key, begunAt }, answer) {
      const row = table.get(key);
      if (row?.at === begunAt) table.set(key, { ...row, answer });
    },
    async drop({ key, begunAt }) {
      if (table.get(key)?.at === begunAt) table.delete(key);
    },
  };
}

type RepeatRow = {
  readonly hash: string;
  readonly at: number;
  readonly answer?: { readonly status: number; readonly answerSealed: Uint8Array };
};

const own = 'http://localhost:3000';

/** The API over tables in memory, with the use cases that a test gives; others fail when they are called. */
export function makeApiSetting(given: Partial<Services> = {}, changes: Partial<ApiParts> = {}) {
  const clock = makeClock();
  const { sessions, table } = sessionsInMemory(clock);
  const services = new Proxy(given, {
    get(target, name) {
      return (
        (Reflect.get(target, name) as unknown) ??
        (() => {
          throw new Error(`the test did not expect ${String(name)}`);
        })
      );
    },
  }) as Services;
  const lines: string[] = [];
  const repeatRows = repeatRowsInMemory();
  const parts: ApiParts = {
    services,
    sessions,
    repeats: makeRepeats({
      rows: repeatRows,
      vault: plainVault,
      now: clock.now,
      wait: async (turn) => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        return turn < 50;
      },
    }),
    room: makeRoom(100 * 1024 * 1024),
    signIn: {
      isSandbox: true,
      origin: own,
      begin: async () => ({
        ok: true,
        value: { address: `${own}/sandbox/oidc/auth`, flow: { state: 's', nonce: 'n', codeVerifier: 'v' } },
      }),
      complete: async (callback): Promise<Result<{ issuer: string; subject: string; email: string }, never>> => ({
        ok: true,
        value: { issuer: own, subject: callback.searchParams.get('code') ?? '', email: 'ana@puente.example' },
      }),
    },
    sandboxProvider: null,
    captcha: {
      isSandbox: true,
      origins: [],
      challenge: async () => ({ algorithm: 'none' }),
      verify: async () => ({ ok: true, value: 'passed' }),
    },
    jwks: { keys: [] },
    phoneTag: (accountId) => `tag-of-${accountId}`,
    printConfirmation: async () => new TextEncoder().encode('%PDF-1.7'),
    isHealthy: async () => true,
    log: makeLog({ level: 'info', showsMessages: true, to: { write: (line: string) => lines.push(line) } }),
    now: clock.now,
    publicUrl: own,
    isHttps: false,
    exitAddress: 'https://weather.example/',
    proxyHops: 0,
    locales: ['en', 'es', 'ru'],
    bestLocale: () => 'en',
    problemPage: async ({ problem, locale, back }) => ({
      body: `${problem} ${locale}${back ? ` ${back.page}` : ''}`,
      headers: { 'Content-Type': 'text/html' },
    }),
    ...changes,
  };
  return { ...makeApi(parts), sessions, table, clock, lines, repeatRows };
}

export type ApiSetting = ReturnType<typeof makeApiSetting>;

/** As much of a browser as the API needs: it keeps cookies and sends forms. */
export function makeVisitor({ app }: Pick<ApiSetting, 'app'>) {
  const jar = new Map<string, string>();
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('host', 'localhost:3000');
    headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await app.request(`${own}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  };
  return {
    jar,
    get: (path: string) => send(path, {}),
    /** A plain form. */
    post: (
      path: string,
      fields: Readonly<Record<string, string>> | FormData,
      headers: Readonly<Record<string, string>> = {},
    ) =>
      send(path, {
        method: 'POST',
        headers: { origin: own, ...headers },
        body: fields instanceof FormData ? fields : new URLSearchParams(fields),
      }),
    /** A `fetch`. */
    postJson: (path: string, fields: unknown, headers: Readonly<Record<string, string>> = {}) =>
      send(path, {
        method: 'POST',
        headers: { origin: own, accept: 'application/json', 'content-type': 'application/json', ...headers },
        body: JSON.stringify(fields),
      }),
  };
}

export const ana = 'ana' as AccountId;
export const boris = 'boris' as AccountId;

/** Who comes back from the provider is who its code says. */
export const signingIn: Partial<Services> = {
  arrive: async ({ signedIn }) => ({
    accountId: signedIn.subject as AccountId,
    role: isStaffRole(signedIn.subject) ? signedIn.subject : 'applicant',
  }),
  standing: async () => ({ step: 'registering', next: 'name', person: null, answers: {} }),
  speak: async () => undefined,
};

export async function signIn(visitor: ReturnType<typeof makeVisitor>, who: string = ana): Promise<Response> {
  await visitor.post('/api/sign-in', { page: 'sign-in', locale: 'es' });
  return await visitor.get(`/api/sign-in/callback?code=${who}&state=s`);
}

/** What waits in the visitor's session, as a page would find it. */
export async function outcomeOf({ sessions }: ApiSetting, { jar }: ReturnType<typeof makeVisitor>) {
  const found = await sessions.find(jar.get(sessionCookie(false)));
  return found.kind === 'live' ? sessions.outcome(found.session) : null;
}
