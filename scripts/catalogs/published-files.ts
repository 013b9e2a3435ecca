import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pseudoLocales, type TranslatedLocale } from '#core/language/locales.ts';

const listFile = 'core/language/published.json';
const loaderFile = 'app/_i18n/published-files.ts';

/**
 * Writes which languages are shown: the list, and where the pages import catalogs from. An import with the language as
 * its variable would take in those that are kept back, and one of them that can't be parsed would stop the build.
 */
export function writePublished(root: string, tags: readonly TranslatedLocale[]): void {
  writeChanged(join(root, listFile), `${JSON.stringify(tags)}\n`);
  writeChanged(join(root, loaderFile), loaders([...tags, ...pseudoLocales]));
}

/** Where nothing has been built yet, types and tests need these files as well: the languages of launch are always shown. */
export function ensurePublished(root: string, tags: readonly TranslatedLocale[]): void {
  if (!existsSync(join(root, listFile)) || !existsSync(join(root, loaderFile))) writePublished(root, tags);
}

function loaders(tags: readonly string[]): string {
  const lines = (path: string) => tags.map((tag) => `  '${tag}': (name) => import(\`../../locales/${tag}/${path}\`),`);
  return `// Made by the check of the catalogs when it publishes; npm run build. Not to be changed by hand.
type Loaders = Readonly<Record<string, ((name: string) => Promise<{ readonly default: unknown }>) | undefined>>;

export const areaFiles: Loaders = {
${lines(`\${name}.json`).join('\n')}
};

export const wordFiles: Loaders = {
${lines(`words/\${name}.json`).join('\n')}
};
`;
}

function writeChanged(file: string, text: string): void {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}
