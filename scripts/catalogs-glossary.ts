import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readGlossary } from './catalogs/glossary-file.ts';
import { applyRepairs } from './catalogs/repair.ts';
import { findingsOf } from './catalogs/rule.ts';
import { glossaryPages } from './catalogs/rules/glossary-page.ts';
import { glossaryTbx } from './catalogs/tbx.ts';
import { readTree } from './catalogs/tree.ts';

// npm run catalogs:glossary: makes locales/<tag>/GLOSSARY.md from locales/glossary.json.
// npm run -s catalogs:glossary -- --tbx > puente.tbx: the same words for translators' tools.
const { values } = parseArgs({
  options: {
    tbx: { type: 'boolean', default: false },
    root: { type: 'string', default: join(import.meta.dirname, '..') },
  },
});
const root = resolve(values.root);
if (values.tbx) {
  const glossary = readGlossary(root);
  if (!glossary) throw new Error(`expected locales/glossary.json below ${root}, found none`);
  process.stdout.write(glossaryTbx(glossary));
} else {
  const made = applyRepairs(root, findingsOf([glossaryPages], readTree(root)));
  process.stdout.write(made.length === 0 ? 'The glossary pages are as they should be.\n' : `${made.join('\n')}\n`);
}
