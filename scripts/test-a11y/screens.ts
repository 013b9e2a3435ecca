import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages } from '#server/http/pages.ts';

/** `offer-lapsed` is the screen `offer` in the state `lapsed`; a screen as it is usually has the state ``. */
export type ScreenState = { readonly name: string; readonly screen: string; readonly state: string };

/** Longest first: `offer-confirm-busy` is a state of `offer/confirm`, not of `offer`. */
const pageNames = [...Object.keys(pages), 'not-found', 'foreign-origin']
  .filter((page) => page !== '')
  .map((page) => page.replaceAll('/', '-'))
  .toSorted((one, other) => other.length - one.length);

/** What is no page by its name is a screen by its first word: `start`, `member-name-error`, `told-not-found`. */
export function screenState(name: string): ScreenState {
  const screen = pageNames.find((page) => name === page || name.startsWith(`${page}-`)) ?? name.split('-')[0] ?? name;
  return { name, screen, state: name.slice(screen.length + 1) };
}

/** The translators' studio has screens of its own. */
const walks = ['tests/a11y/*.spec.ts', 'tests/e2e/!(studio*).spec.ts', 'tests/e2e/bad-input/*.spec.ts'];
const looking = /(?:\bscreen: |see(?:Heading|State)\('[\w.-]+', )'([a-z\d-]+)'/g;

/** All that there is: the pictures of `npm run screens`, and what tests have got since. */
export function knownStates(root: string): readonly ScreenState[] {
  const pictured = globSync('docs/screens/*/*.webp', { cwd: root }).map((file) =>
    file.replace(/^.*[\\/]|\.webp$/g, ''),
  );
  const named = globSync([...walks, 'tests/a11y/*.ts', 'tests/support/*.ts'], { cwd: root }).flatMap((file) =>
    Array.from(readFileSync(join(root, file), 'utf8').matchAll(looking), ([, name = '']) => name),
  );
  return [...new Set([...pictured, ...named])].sort().map(screenState);
}

/**
 * The tests that name one of these screens, whole or by a pattern such as `offer-confirm-${wish}`; null where one is named by
 * none of them, but by what they share: then all have to be walked.
 */
export function walksTo(root: string, names: readonly string[]): readonly string[] | null {
  const texts = globSync([...walks, 'tests/a11y/*.ts'], { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  const found = new Set<string>();
  for (const name of names) {
    const direct = texts.filter(({ text }) => isNamedIn(text, name)).map(({ file }) => file);
    if (direct.length === 0) return null;
    for (const file of direct) found.add(file);
  }
  // What several tests of a folder share is walked by those that import it.
  return [...found]
    .flatMap((file) => {
      if (file.endsWith('.spec.ts')) return [file];
      const shared = `./${file.replace(/^.*[\\/]/, '')}`;
      return texts.filter(({ text }) => text.includes(`'${shared}'`)).map(({ file: user }) => user);
    })
    .filter((file, index, all) => file.endsWith('.spec.ts') && all.indexOf(file) === index)
    .sort();
}

function isNamedIn(text: string, name: string): boolean {
  if (text.includes(`'${name}'`)) return true;
  return Array.from(text.matchAll(/`((?:[a-z\d-]|\$\{[^}`]+\})+)`/g), ([, pattern = '']) => pattern)
    .filter((pattern) => pattern.replaceAll(/\$\{[^}]+\}/g, '').length > 3)
    .some((pattern) => new RegExp(`^${pattern.replaceAll(/\$\{[^}]+\}/g, '[a-z\\d-]+')}$`).test(name));
}
