/**
 * A witness of the draws (docs/witness.md): `npm run witness -- COMMAND`.
 *   new --folder F --name N [--days 1000] [--trustees 3] [--threshold 2]    key, chain, and a file for each trustee
 *   join --folder F --operator URL                                         takes part from the next season on
 *   run --folder F --operator URL [--every 30] [--policies FILE] [--once]  checks, signs and reveals, day by day
 *   share --draw I --operator URL FILE                                     a trustee's share of one draw, once it may be opened
 *   share --key FILE                                                       a trustee's share of a lost witness's key
 *   restore --folder F SHARE SHARE …                                       a lost witness with its key, without its secrets
 *   recover --draw I [--operator URL] SHARE SHARE …                        its secret of one draw
 * Exit 0: done. 1: refused. 2: nothing could be done.
 */
import { readFileSync } from 'node:fs';
import { commands } from './witness/commands.ts';
import { readOptions } from './witness/options.ts';

const [name = '', ...args] = process.argv.slice(2);
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());
const warn = (line: string) => void process.stderr.write(`${line}\n`);

const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
const options = readOptions(args);
if (!command || !options.ok) {
  if (!options.ok) warn(`expected as ${options.error.option}: ${options.error.expected}`);
  warn(
    /^\/\*\*\n([^]*?)\n \*\//.exec(readFileSync(import.meta.filename, 'utf8'))?.[1]?.replaceAll(/^ \* /gm, '') ?? '',
  );
  process.exitCode = 2;
} else {
  process.exitCode = await command(options.value, {
    say: (line) => void process.stdout.write(`${line}\n`),
    warn,
    clock: Date.now,
    stop: stop.signal,
  });
}
