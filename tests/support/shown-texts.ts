import { appendFileSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const kept = new Map<string, Set<string>>();

/** Writes down what a screen that was looked at showed, each text once a worker, for `readShown` at the end of the run. */
export function keepShown(locale: string, texts: readonly string[]): void {
  const folder = folderOf(process.env['PUENTE_E2E_LOOKED']);
  const before = kept.get(locale) ?? new Set();
  kept.set(locale, before);
  const fresh = texts.filter((text) => !before.has(text));
  if (fresh.length === 0) return;
  for (const text of fresh) before.add(text);
  mkdirSync(folder, { recursive: true });
  appendFileSync(join(folder, `${locale} ${process.pid}`), fresh.map((text) => `${JSON.stringify(text)}\n`).join(''));
}

/** What all workers saw, by language. */
export function readShown(looked: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const file of globSync('*', { cwd: folderOf(looked) })) {
    const [locale = ''] = file.split(' ');
    const texts = found.get(locale) ?? new Set();
    for (const line of readFileSync(join(folderOf(looked), file), 'utf8').split('\n'))
      if (line) texts.add(JSON.parse(line) as string);
    found.set(locale, texts);
  }
  return found;
}

function folderOf(looked: string | undefined): string {
  if (!looked) throw new Error('expected the path of a folder in PUENTE_E2E_LOOKED, found none');
  return join(looked, 'texts');
}
