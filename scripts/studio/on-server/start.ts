import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { idleFor, listen } from '#server/listen.ts';
import { makeLog } from '#server/log.ts';
import { CannotStart, startSentence } from '#server/start-failure.ts';
import { wireSignIn } from '#server/wiring-sign-in.ts';
import { readTree } from '../../catalogs/tree.ts';
import { rules } from '../../catalogs-check.ts';
import { today } from '../../today.ts';
import { makeEntrance } from './entrance.ts';
import { readStudioEnv, type StudioEnv } from './environment.ts';
import { isListReadable, listExpected, type People, peopleIn, sandboxPeople } from './people.ts';
import { studioOnServer } from './server.ts';

/** Starts the studio for translators who sign in. What can't start says why in one sentence, and gives exit code 1. */
export async function startOnServer(root: string): Promise<void> {
  try {
    await start(root);
  } catch (error) {
    process.stderr.write(`${error instanceof CannotStart ? startSentence(error.failure) : String(error)}\n`);
    process.exitCode = 1;
  }
}

async function start(root: string): Promise<void> {
  const read = readStudioEnv(process.env);
  if (!read.ok) throw new CannotStart(read.error);
  const env = read.value;
  // Tells at once when there are no catalogs.
  readTree(root);
  const log = makeLog({ level: 'info', showsMessages: !env.oidc });
  const people = peopleOf(env, () => log.event('translators-unreadable'));
  const { signIn, sandboxProvider: sandbox } = await wireSignIn(env, log);
  const entrance = makeEntrance({ publicUrl: env.publicUrl, signIn, sandbox, people, now: Date.now });
  const failed = (error: unknown) => log.failure('studio', error);
  const pages = getRequestListener(studioOnServer({ root, rules, today, entrance, failed }).fetch);
  const server = createServer({ keepAliveTimeout: idleFor }, (req, res) => {
    if (!sandbox?.handle(req, res)) void pages(req, res);
  });
  await listen(server, env);
  stopOnSignal(server);
  const marked = sandbox ? 'Sandbox, not for real people: whoever comes can be a translator.\n' : '';
  process.stdout.write(`Studio for ${root}\nOpen ${env.publicUrl}\n${marked}`);
}

function peopleOf({ translators }: StudioEnv, report: () => void): People {
  if (translators === undefined) return sandboxPeople;
  if (isListReadable(translators)) return peopleIn(translators, report);
  throw new CannotStart({ kind: 'wrong-variable', variable: 'STUDIO_TRANSLATORS', expected: listExpected });
}

/** A save is one step of this process: with a handler, no signal falls between two files of it. */
function stopOnSignal(server: Server): void {
  const stop = () => {
    setTimeout(() => server.closeAllConnections(), 10_000).unref();
    server.close();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
