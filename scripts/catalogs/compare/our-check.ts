import { join } from 'node:path';
import { rules } from '../../catalogs-check.ts';
import type { Finding } from '../finding.ts';
import { findingsOf } from '../rule.ts';
import { readTree } from '../tree.ts';
import { placeOf } from './layout.ts';
import { printedBy, type Told, type Tool } from './tool.ts';

const program = join(import.meta.dirname, '../../catalogs-check.ts');

/** `npm run catalogs:check` in a process of its own, as the others are run: for the seconds. */
export const ourCheck: Tool = {
  name: 'catalogs:check',
  version: 'this project',
  call: 'node scripts/catalogs-check.ts --root DIR --format json',
  reads: 'locales/<tag>/<area>.json',
  async look(root) {
    const { out, error, seconds } = await printedBy(program, ['--root', root, '--format', 'json'], root);
    if (error !== '') throw new Error(`the check could not run on ${root}: ${error}`);
    return { told: (JSON.parse(out) as readonly Finding[]).map(toldOf), seconds };
  },
};

/** The same in this process: two hundred trees take a third of the time. */
export const ourCheckHere: Tool = {
  ...ourCheck,
  look(root) {
    const begun = performance.now();
    const told = findingsOf(rules, readTree(root)).map(toldOf);
    return Promise.resolve({ told, seconds: (performance.now() - begun) / 1000 });
  },
};

function toldOf({ file, key, rule }: Finding): Told {
  const { locale = '', area = '' } = placeOf(file) ?? {};
  return { locale, area, key: key.startsWith(`${area}.`) ? key.slice(area.length + 1) : key, what: rule };
}
