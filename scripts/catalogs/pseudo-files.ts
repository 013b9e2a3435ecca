import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type PseudoLocale, pseudoLocales, sourceLocale } from '#core/language/locales.ts';
import { pseudoMarkdown, pseudoMessage, pseudoWords } from './pseudo.ts';

/** Makes `locales/<tag>` and `content/<tag>` of the pseudo-languages from the source. Writes only what has changed. */
export function writePseudoLanguages(root: string): void {
  for (const locale of pseudoLocales) {
    const files = pseudoFiles(root, locale);
    for (const old of globSync(`{locales,content}/${locale}/**/*.*`, { cwd: root })) {
      if (!files.has(old)) rmSync(join(root, old));
    }
    for (const [file, text] of files) {
      const path = join(root, file);
      if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
}

/** The files of one pseudo-language by path. */
export function pseudoFiles(root: string, locale: PseudoLocale): ReadonlyMap<string, string> {
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const target = (file: string) => file.replace(`/${sourceLocale}/`, `/${locale}/`);
  const json = (file: string, change: (text: string) => string) =>
    `${JSON.stringify(mapped(JSON.parse(read(file)), change), null, 2)}\n`;
  return new Map([
    ...globSync(`locales/${sourceLocale}/*.json`, { cwd: root, exclude: ['**/attic.json'] }).map(
      (file) => [target(file), json(file, (text) => pseudoMessage(text, locale))] as const,
    ),
    ...globSync(`locales/${sourceLocale}/words/{calendar,countries,languages,states}.json`, { cwd: root }).map(
      (file) => [target(file), json(file, (text) => pseudoWords(text, locale))] as const,
    ),
    ...globSync(`content/${sourceLocale}/*.md`, { cwd: root }).map(
      (file) => [target(file), pseudoMarkdown(read(file), locale)] as const,
    ),
  ]);
}

function mapped(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapped(inner, change)]));
}
