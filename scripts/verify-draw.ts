/**
 * Recomputes a published draw: `npm run verify-draw -- DIR`, DIR laid out like the folders of `tests/vectors/draw`.
 * Exit 0: the same on every byte. 1: the first difference. 2: malformed, or nothing to recompute. Shares no code with
 * the server but `core/draw`, which a sceptic can read alone, and drand's key in `core/beacon`. With `season.json` in DIR
 * the signatures are checked, too: those of the parties, and drand's.
 */
import { type Finding, reportOf } from './verify-draw/report.ts';
import { verifyFolder } from './verify-draw/verify-folder.ts';

const [folder, ...more] = process.argv.slice(2);
const finding: Finding =
  folder === undefined || more.length > 0
    ? { verdict: 'malformed', error: { kind: 'usage', expected: 'one folder', found: process.argv.length - 2 } }
    : verifyFolder(folder);
const { exitCode, text } = reportOf(finding);
(exitCode === 2 ? process.stderr : process.stdout).write(text);
process.exitCode = exitCode;
