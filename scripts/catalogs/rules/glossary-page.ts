import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localeFacts, sourceLocale } from '#core/language/locales.ts';
import { glossaryPath, readGlossary } from '../glossary-file.ts';
import { glossaryPage } from '../glossary-page.ts';
import type { Rule } from '../rule.ts';

export const glossaryPages: Rule = {
  name: 'glossary-page',
  why: 'Translators would go by words that were agreed on no longer.',
  look({ root, locales }) {
    const glossary = readGlossary(root);
    if (!glossary) return [];
    return locales
      .filter((locale) => locale !== sourceLocale)
      .flatMap((locale) => {
        const file = `locales/${locale}/GLOSSARY.md`;
        const whole = glossaryPage(glossary, locale, localeFacts[locale].name);
        const path = join(root, file);
        const found = existsSync(path) ? readFileSync(path, 'utf8') : '';
        if (found === whole) return [];
        const line = firstDifference(whole, found);
        return [
          {
            file,
            line: line + 1,
            key: '',
            message: `The page is not what ${glossaryPath} says.`,
            expected: whole.split('\n')[line] ?? '',
            found: found.split('\n')[line] ?? '',
            fix: 'npm run catalogs:glossary',
            repair: { file, whole },
          },
        ];
      });
  },
};

function firstDifference(one: string, other: string): number {
  const lines = other.split('\n');
  return one.split('\n').findIndex((line, index) => line !== lines[index]);
}
