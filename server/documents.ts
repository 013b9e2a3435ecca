import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { isTranslatedLocale, sourceLocale } from '#core/language/locales.ts';

const frontMatter = z.object({
  title: z.string().min(1),
  version: z.string().min(1),
  state: z.enum(['source', 'draft', 'translated', 'reviewed']),
});

export type Document = {
  readonly slug: string;
  readonly locale: string;
  readonly title: string;
  readonly version: string;
  /** `draft`: nobody has reviewed this translation, and the page says so. */
  readonly state: z.infer<typeof frontMatter>['state'];
  readonly markdown: string;
  /** Hex SHA-256 of the Markdown as shown, without front matter: what an acceptance records. */
  readonly sha256: string;
};

const folder = join(process.cwd(), 'content');

/** The terms of that version. They come as several files, since the next are there before their policy begins. */
export async function readTerms(locale: string, version: string, from = folder): Promise<Document> {
  const terms = await readDocument(locale, `terms-${version}`, from);
  if (terms.version !== version) throw new Error(`expected terms ${version} in ${locale}, found ${terms.version}`);
  return { ...terms, slug: 'terms' };
}

/** Reads terms from an operator's folder, `<tag>/terms-<version>.md`, where it has that version; else those of the project. */
export function termsIn(own: string | undefined): (locale: string, version: string) => Promise<Document> {
  return async (locale, version) => {
    if (own === undefined || !existsSync(join(own, sourceLocale, `terms-${version}.md`)))
      return readTerms(locale, version);
    // The languages nobody speaks are made by our build, of our texts.
    return readTerms(isTranslatedLocale(locale) ? locale : sourceLocale, version, own);
  };
}

/** A long text of `content/<locale>/<slug>.md`. A file that is missing or malformed is a bug of the build and throws. */
export async function readDocument(locale: string, slug: string, from = folder): Promise<Document> {
  const text = await readFile(join(from, locale, `${slug}.md`), 'utf8');
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const { title, version, state } = frontMatter.parse(parse(head));
  const markdown = body.trim();
  return { slug, locale, title, version, state, markdown, sha256: createHash('sha256').update(markdown).digest('hex') };
}

const catalogs = join(process.cwd(), 'locales');

/** Whether somebody has reviewed each of these messages (`problem.unexpected.`) in the language, by its `status.json`. */
export async function areReviewed(keys: string, locale: string, from = catalogs): Promise<boolean> {
  if (locale === sourceLocale || !isTranslatedLocale(locale)) return true;
  const states = z
    .record(z.string(), z.string())
    .parse(JSON.parse(await readFile(join(from, locale, 'status.json'), 'utf8')));
  const own = Object.entries(states).filter(([key]) => key.startsWith(keys));
  return own.length > 0 && own.every(([, state]) => state.split(' ')[1] === 'reviewed');
}
