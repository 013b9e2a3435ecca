import { runExport } from './catalogs/exchange/export-run.ts';

// npm run catalogs:export -- --locale ht --to ht.xlf [--state missing,stale,draft] [--area start,problem] [--page help]
//   [--format xliff-1.2|xliff-2.0|po|csv] (else by the name: .xlf is 1.2, .po, .csv) [--root DIR]
// Without --to on standard output. Exit code 0: all went; 1: some could not; 2: it could not run.
try {
  process.exitCode = runExport();
} catch (error) {
  process.stderr.write(`Nothing was exported: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
