import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const named = /static\/chunks\/([\w.~-]+\.js)/g;

/**
 * Names of the chunks that these pages load, at once or when they are asked to, and no other page does. Next says of each
 * page what it loads at once; what a chunk loads later stands in it.
 */
export function scriptsOnlyFor(root: string, isOne: (page: string) => boolean): readonly string[] {
  const pages = join(root, '.next/server/app/[locale]');
  const chunks = join(root, '.next/static/chunks');
  const loads = new Map(
    globSync('*.js', { cwd: chunks }).map((name) => [name, namesIn(readFileSync(join(chunks, name), 'utf8'))]),
  );
  const [own, others]: [Set<string>, Set<string>] = [new Set(), new Set()];
  for (const manifest of globSync('**/page_client-reference-manifest.js', { cwd: pages })) {
    const page = manifest.slice(0, -basename(manifest).length - 1);
    reach(namesIn(readFileSync(join(pages, manifest), 'utf8')), loads, isOne(page) ? own : others);
  }
  return [...own].filter((name) => !others.has(name));
}

function reach(names: readonly string[], loads: ReadonlyMap<string, readonly string[]>, reached: Set<string>): void {
  for (const name of names) {
    if (reached.has(name)) continue;
    reached.add(name);
    reach(loads.get(name) ?? [], loads, reached);
  }
}

function namesIn(text: string): readonly string[] {
  return [...text.matchAll(named)].flatMap(([, name]) => name ?? []);
}
