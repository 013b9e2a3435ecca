import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchLocales } from '#core/language/locales.ts';
import { edit, write } from './clean-tree.ts';

/** Something wrong, put into a clean tree; `where` is `file:line`. */
export type Flaw = {
  readonly rule: string;
  readonly flaw: string;
  readonly seed: (root: string) => void;
  readonly where?: string;
};

export const sample = (locale: string) => `locales/${locale}/sample.json`;

export const change = (locale: string, from: string, to: string) => (root: string) =>
  edit(root, sample(locale), [from, to]);

/** A source that asks for messages. */
export const ask = (code: string) => (root: string) =>
  write(root, 'app/more.tsx', `import { useTranslations } from 'next-intl';\n${code}`);

/** Takes a text out of an area of all languages. */
export function everywhere(root: string, area: string, text: RegExp): void {
  for (const locale of launchLocales) {
    const file = `locales/${locale}/${area}.json`;
    edit(root, file, [text.exec(readFileSync(join(root, file), 'utf8'))?.[0] ?? 'a text that is not there', '']);
  }
}
