import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceLocale } from '#core/language/locales.ts';
import { cases } from './catalogs/compare/cases.ts';
import { installedTools } from './catalogs/compare/install.ts';
import { ourCheck, ourCheckHere } from './catalogs/compare/our-check.ts';
import { comparisonPage, type Own } from './catalogs/compare/page.ts';
import { runCases } from './catalogs/compare/run-cases.ts';
import type { Tool } from './catalogs/compare/tool.ts';
import { watchSeconds } from './catalogs/compare/watch-time.ts';
import { readTree } from './catalogs/tree.ts';
import { rules } from './catalogs-check.ts';

// npm run catalogs:compare: this project's check and tools of others on the same seeded flaws; writes docs/catalog-checks.md.
// Takes some minutes. The first run installs the tools into var/compare.

const project = join(import.meta.dirname, '..');
const languages = [sourceLocale, 'es', 'ht', 'ru', 'ar', 'zh-Hans'] as const;
const catalogs = readTree(project).catalogs.filter(({ locale }) => languages.some((tag) => tag === locale));

/** One run of each tool, one after the other, so that the seconds are its own. */
async function onOwnCatalogs(tools: readonly Tool[]): Promise<readonly Own[]> {
  const root = mkdtempSync(join(tmpdir(), 'compare-'));
  try {
    for (const { file } of catalogs) cpSync(join(project, file), join(root, file));
    const own: Own[] = [];
    for (const tool of tools) {
      // Ours looks for descriptions, states and the sources too, which only the project itself has.
      const { told, seconds } = await tool.look(tool === ourCheck ? project : root);
      own.push({ tool, told: told.filter(({ locale }) => languages.some((tag) => tag === locale)), seconds });
    }
    return own;
  } finally {
    rmSync(root, { recursive: true });
  }
}

const others = installedTools();
const own = await onOwnCatalogs([ourCheck, ...others]);
const watched = await watchSeconds();
const comparison = await runCases(cases, [ourCheckHere, ...others], 2);
const messages = catalogs.flatMap(({ entries }) => entries).length;
const machine = { processors: availableParallelism(), load: loadavg()[1] ?? 0 };
const kinds = rules.map(({ name }) => name);
const page = comparisonPage({ ...comparison, own, languages, messages, kinds, machine, watchSeconds: watched });
writeFileSync(join(project, 'docs/catalog-checks.md'), page);
process.stdout.write(`${comparison.results.length} flaws compared: docs/catalog-checks.md\n`);
