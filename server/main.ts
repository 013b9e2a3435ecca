import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { bestLocale } from '#core/language/best-locale.ts';
import { builtLocales, publishedLocales } from '#core/language/published.ts';
import { type Env, readEnv, refusedSandboxes } from './env.ts';
import { makeApi } from './http/api.ts';
import { type BuiltFiles, loadBuiltFiles, withoutWorker } from './http/built-files.ts';
import { readCookie, sessionCookie } from './http/cookies.ts';
import { makeGateway } from './http/gateway.ts';
import { problemPageFrom } from './http/problem-page.ts';
import { makeRepeats } from './http/repeat.ts';
import { repeatRowsIn } from './http/repeat-rows.ts';
import { makeRoom } from './http/room.ts';
import { idleFor, listen, tryToListen, waitForRequests } from './listen.ts';
import type { LocalHttps } from './local-https/local-https.ts';
import { makeLog } from './log.ts';
import { type NextApp, startNext } from './next-app.ts';
import { printConfirmation } from './paper/confirmation-paper.ts';
import { provideServices } from './services.ts';
import { makeSessions, providePageSessions } from './session.ts';
import { sessionRowsIn } from './session-rows.ts';
import { CannotStart, startSentence } from './start-failure.ts';
import { runningSandboxes, type Wired, wire } from './wiring.ts';

const isDevelopment = process.argv.includes('--dev');
const isForPhones = process.argv.includes('--https');

/** Bytes: 16 photos of 5 MB at once. */
const photoRoom = 16 * 5 * 1024 * 1024;

async function start(): Promise<void> {
  if (isForPhones && process.env['PUENTE_MODE'] === 'production')
    throw new CannotStart({ kind: 'https-in-production' });
  const read = readEnv(process.env);
  if (!read.ok) throw new CannotStart(read.error);
  const phones = isForPhones ? await forPhones(read.value) : null;
  const env = phones?.env ?? read.value;
  const built = isDevelopment ? null : await loadBuiltFiles(process.cwd());
  const files = built && !env.hasServiceWorker ? withoutWorker(built) : built;
  if (!files && !isDevelopment) throw new CannotStart({ kind: 'not-built' });
  const log = makeLog({ level: env.logLevel, showsMessages: env.mode === 'demonstration' });

  const refused = refusedSandboxes(env, runningSandboxes(env));
  if (refused.length > 0) throw new CannotStart({ kind: 'sandbox-refused', names: refused });

  await tryToListen(env);
  const wired = await wire(env, log);
  try {
    provideServices(wired.services);
    // In development Next answers the scripts of this host alone.
    const host = phones ? new URL(env.publicUrl).hostname : env.host;
    const next = await startNext({ isDevelopment, host, port: env.port });
    const staysOnHttps = !phones && env.publicUrl.startsWith('https:');
    const create = phones?.createServer ?? createServer;
    const server = create({ keepAliveTimeout: idleFor }, join({ env, files, log, wired, next, staysOnHttps }));
    if (isDevelopment) server.on('upgrade', next.upgrade);
    await listen(server, env);
    stopOnSignal(server, async () => {
      await next.close();
      await wired.close();
      log.event('stopped');
      log.flush();
    });
    greet(env, wired);
    if (phones) process.stdout.write(await phones.instructions());
  } catch (error) {
    await wired.close();
    throw error;
  }
}

/** Loaded for those alone who asked for it. */
async function forPhones(env: Env): Promise<LocalHttps> {
  const { openToPhones } = await import('./local-https/local-https.ts');
  return openToPhones(env, Date.now());
}

type Parts = {
  readonly env: Env;
  readonly files: BuiltFiles | null;
  readonly log: ReturnType<typeof makeLog>;
  readonly wired: Wired;
  readonly next: NextApp;
  readonly staysOnHttps: boolean;
};

/** Sessions, API and gateway, joined. */
function join({ env, files, log, wired, next, staysOnHttps }: Parts) {
  const { services, vault, database, signIn, captcha, now } = wired;
  const isHttps = env.publicUrl.startsWith('https:');
  const sessions = makeSessions({ rows: sessionRowsIn(database), vault, now });
  const cookieName = sessionCookie(isHttps);
  providePageSessions({ sessions, cookieName });
  const shown: readonly string[] = env.mode === 'demonstration' ? builtLocales : publishedLocales;
  const signInOrigin = signIn.origin === env.publicUrl ? '' : signIn.origin;
  const wished = (header: string | undefined) => bestLocale(header, publishedLocales);
  const shared = { log, locales: shown, bestLocale: wished, publicUrl: env.publicUrl };
  const api = makeApi({
    ...shared,
    services,
    sessions,
    repeats: makeRepeats({ rows: repeatRowsIn(database), vault, now, wait: waitForRequests }),
    room: makeRoom(photoRoom),
    signIn,
    sandboxProvider: wired.sandboxProvider,
    captcha,
    jwks: wired.jwks,
    phoneTag: wired.phoneTag,
    printConfirmation,
    isHealthy: wired.isHealthy,
    now,
    isHttps,
    exitAddress: env.exitAddress,
    proxyHops: env.proxyHops,
    problemPage: (wish) => problemPageFrom(files, signInOrigin, wish),
  });
  return makeGateway({
    ...shared,
    files,
    next: next.handle,
    // Errors of a broken connection end here; those of the routes are the API's own.
    api: getRequestListener(api.app.fetch),
    apiPaths: api.paths,
    mounts: [(req, res) => wired.sandboxProvider?.handle(req, res) ?? false],
    isPublicUrlGiven: env.isPublicUrlGiven,
    staysOnHttps,
    signInOrigin,
    captchaOrigins: captcha.origins,
    policy: () => services.policy(),
    onPersonalPage(cookies) {
      sessions
        .find(readCookie(cookies, cookieName))
        .then((found) => (found.kind === 'live' ? sessions.seen(found.session) : undefined))
        .catch((error: unknown) => log.failure('session-seen', error));
    },
  });
}

function stopOnSignal(server: Server, close: () => Promise<void>): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    // A request that never ends must not keep the rest from being written down.
    setTimeout(() => server.closeAllConnections(), 10_000).unref();
    server.close(() => {
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          process.stderr.write(`The stop failed: ${String(error)}\n`);
          process.exit(1);
        },
      );
    });
    server.closeIdleConnections();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

function greet(env: Env, { sandboxes }: Wired): void {
  const lines = [`Puente is ready: ${env.publicUrl}`];
  if (sandboxes.length > 0) lines.push(`Sandboxes, not for real people: ${sandboxes.join(', ')}`);
  if (env.publicUrl.startsWith('http:'))
    lines.push('Insecure: plain http, so cookies are not bound to this host by the browser');
  process.stdout.write(`${lines.join('\n')}\n`);
}

start().catch((error: unknown) => {
  process.stderr.write(
    error instanceof CannotStart
      ? `${startSentence(error.failure)}\n`
      : `The start failed by a bug: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
});
