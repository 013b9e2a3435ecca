import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { readTree } from './catalogs/tree.ts';
import { rules } from './catalogs-check.ts';
import { studio } from './studio/server.ts';

// The translators' studio, on this machine alone:
//   npm run studio -- [--port N] [--root DIR]
// It edits the files of locales/ and content/ below DIR. Ctrl+C ends it; nothing is kept but in the files.

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4747' },
    root: { type: 'string', default: join(import.meta.dirname, '..') },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 1 || port > 65_535)
  throw new Error(`--port is a number from 1 to 65535, found ${values.port}`);
const root = resolve(values.root);
// Tells at once when there are no catalogs.
readTree(root);
const token = randomBytes(16).toString('hex');
const today = () => new Date().toISOString().slice(0, 10);

serve({ fetch: studio({ root, port, token, rules, today }).fetch, hostname: '127.0.0.1', port }, () => {
  process.stdout.write(
    `Studio for ${root}\nOpen http://127.0.0.1:${port}/${token}\nThe address is secret: who has it can write into the files.\n`,
  );
}).on('error', (error: Error) => {
  process.stderr.write(
    `The studio could not start: ${error.message}. Is the port taken? Give another one: --port ${port + 1}\n`,
  );
  process.exitCode = 2;
});
