import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { inspect, parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { readTree } from './catalogs/tree.ts';
import { rules } from './catalogs-check.ts';
import { studioHere } from './studio/here.ts';
import { today } from './today.ts';

// The translators' studio, on this machine alone, or on a server for translators who sign in:
//   npm run studio -- [--port N] [--root DIR]
//   npm run studio -- --server [--root DIR]      (docs/operations.md tells of its variables)
// It edits the files of locales/ and content/ below DIR. Ctrl+C ends it; nothing is kept but in the files.

const { values } = parseArgs({
  options: {
    server: { type: 'boolean', default: false },
    port: { type: 'string' },
    root: { type: 'string', default: join(import.meta.dirname, '..') },
  },
});

if (!values.server) startHere(resolve(values.root), values.port ?? '4747');
else if (values.port === undefined)
  await (await import('./studio/on-server/start.ts')).startOnServer(resolve(values.root));
else {
  process.stderr.write('--port is not for --server: set PORT.\n');
  process.exitCode = 1;
}

function startHere(root: string, wishedPort: string): void {
  const port = Number(wishedPort);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`--port is a number from 1 to 65535, found ${wishedPort}`);
  // Tells at once when there are no catalogs.
  readTree(root);
  const token = randomBytes(16).toString('hex');
  // Without the address: she is asked to send this on.
  const failed = (error: unknown) => process.stderr.write(`The studio failed: ${inspect(error)}\n`);
  const app = studioHere({ root, token, rules, today, port, failed });
  serve({ fetch: app.fetch, hostname: '127.0.0.1', port }, () => {
    process.stdout.write(
      `Studio for ${root}\nOpen http://127.0.0.1:${port}/${token}\nThe address is secret: who has it can write into the files.\n`,
    );
  }).on('error', (error: Error) => {
    process.stderr.write(
      `The studio could not start: ${error.message}. Is the port taken? Give another one: --port ${port + 1}\n`,
    );
    process.exitCode = 2;
  });
}
