import { isLaunchLocale, sourceLocale } from '#core/language/locales.ts';
import type { Told } from '../finding.ts';
import { glossaryFile, glossaryOf, lineOfTerm } from '../glossary.ts';
import type { Rule } from '../rule.ts';

export const glossaryFileFlaws: Rule = {
  name: 'glossary-file',
  why: 'Translators and the other rules go by the glossary: what it says twice, or not at all, nobody can keep to.',
  look(tree) {
    const terms = glossaryOf(tree);
    return terms.flatMap((term, index): readonly Told[] => {
      const at = () => ({ file: glossaryFile, line: lineOfTerm(tree.root, term.key, { terms, index }), key: term.key });
      const isAgain = terms.findIndex(({ key }) => key === term.key) < index;
      const missing = tree.locales.filter((locale) => locale !== sourceLocale && !term.renderings.has(locale));
      const both = [...term.renderings].flatMap(([locale, { right, forbidden }]) =>
        forbidden
          .filter((phrase) => right.some((other) => other.join(' ') === phrase.join(' ')))
          .map((phrase) => `${locale}: ${phrase.join(' ')}`),
      );
      return [
        ...(isAgain ? [{ ...at(), message: 'The term stands there twice.', expected: 'once', found: 'again' }] : []),
        ...missing.map((locale) => ({
          ...at(),
          severity: isLaunchLocale(locale) ? ('error' as const) : ('warning' as const),
          message: `No word in ${locale}.`,
          expected: '"use"',
          found: '',
        })),
        ...both.map((found) => ({ ...at(), message: 'Right and forbidden at once.', expected: 'one of both', found })),
      ];
    });
  },
};
