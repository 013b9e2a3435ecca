import { couldNotRun, runCheck } from './catalogs/check-run.ts';
import { spelling } from './catalogs/rules/spelling.ts';
import { dictionariesOf, languagesWithDictionary } from './catalogs/spelling/dictionaries.ts';
import { inThisThread } from './catalogs/two-threads.ts';

// npm run catalogs:spelling -- [--format human|json|sarif|github] [--root DIR] [--fix] [--watch]
// Apart from catalogs:check: dictionaries take longer to read than all texts to check. Its exit codes are the same.

try {
  const dictionaries = await dictionariesOf(languagesWithDictionary);
  process.exitCode = await runCheck([spelling(dictionaries)], inThisThread);
} catch (error) {
  process.stderr.write(couldNotRun(error));
  process.exitCode = 2;
}
