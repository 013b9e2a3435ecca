import { runImport } from './catalogs/exchange/import-run.ts';
import { rules } from './catalogs-check.ts';

// npm run catalogs:import -- FILE --by NAME [--state draft|translated|reviewed] [--on DAY] [--locale ht]
//   [--dry-run] (only shows what it would do) [--all-or-nothing] (a refusal keeps out everything) [--root DIR]
// Exit code 0: all came in; 1: something was refused, and is told; 2: it could not run, and nothing was written.
try {
  process.exitCode = runImport(rules);
} catch (error) {
  process.stderr.write(`Nothing was imported: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
