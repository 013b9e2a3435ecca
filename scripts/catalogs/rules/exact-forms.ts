import { isPluralElement } from '@formatjs/icu-messageformat-parser';
import { withExceptions } from '../exceptions.ts';
import { elementsOf } from '../icu.ts';
import { pluralFormsOf } from '../plurals.ts';
import type { Rule } from '../rule.ts';
import { inEachPair } from '../texts.ts';

/** `=1` is left out: it is how some languages write `one`, and how English may. */
export const exactForms: Rule = withExceptions({
  name: 'exact-forms',
  why: '“No people” is said by a sentence of its own; without it a person reads “0 people”, or the form is never used.',
  look: (tree) =>
    inEachPair(tree, ({ own, source }) => {
      const expected = formsIn(source.value);
      const found = formsIn(own.value);
      const missing = expected.filter((form) => !found.includes(form) && !isSaidOtherwise(form, own.locale));
      const strange = found.filter((form) => !expected.includes(form) && !isSaidOtherwise(form, own.locale));
      if (missing.length + strange.length === 0) return [];
      return [
        {
          message: 'Other exact numbers than in the source.',
          expected: expected.join(' '),
          found: found.join(' '),
          fix: missing[0] ? `Add ${missing[0]} {…} to the plural.` : 'Delete the form.',
        },
      ];
    }),
});

function formsIn(text: string): readonly string[] {
  const forms = elementsOf(text)
    .filter(isPluralElement)
    .flatMap(({ options }) => Object.keys(options).filter((form) => form.startsWith('=') && form !== '=1'));
  return [...new Set(forms)].sort();
}

/** Arabic has `zero` and `two` for 0 and 2. */
function isSaidOtherwise(form: string, locale: string): boolean {
  return pluralFormsOf(locale)?.some(({ only }) => form === `=${only}`) ?? false;
}
