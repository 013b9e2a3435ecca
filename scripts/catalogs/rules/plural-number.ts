import {
  isArgumentElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  type MessageFormatElement,
  type PluralElement,
} from '@formatjs/icu-messageformat-parser';
import { elementsOf } from '../icu.ts';
import { pluralFormsOf } from '../plurals.ts';
import type { Rule } from '../rule.ts';
import { type Flaw, textsOf } from '../texts.ts';

export const pluralNumber: Rule = {
  name: 'plural-number',
  why: 'Russian says “one” for 21, 31 and 101, too: a form that writes “1” as a word is wrong for them.',
  look: (tree) =>
    textsOf(tree)
      .filter(({ page }) => page === undefined)
      .flatMap(({ locale, file, line, key, value }) =>
        elementsOf(value)
          .filter(isPluralElement)
          .flatMap((plural) => flawsOf(plural, locale).map((flaw) => ({ file, line, key, ...flaw }))),
      ),
};

function flawsOf({ options }: PluralElement, locale: string): readonly Flaw[] {
  const forms = pluralFormsOf(locale) ?? [];
  // A form for one number alone may write it as a word, and so may an exact number.
  const several = Object.entries(options)
    .filter(([name]) => forms.some((form) => form.name === name && form.only === undefined && form.needed))
    .map(([name, { value }]) => ({ name, shown: shownIn(value) }));
  const all = [...new Set(several.flatMap(({ shown }) => shown))];
  return several.flatMap(({ name, shown }) => {
    const left = all.filter((argument) => !shown.includes(argument));
    if (left.length === 0) return [];
    const numbers = forms
      .find((form) => form.name === name)
      ?.numbers.slice(0, 4)
      .join(', ');
    return [
      {
        message: `The form ${name} does not show what the others show; it is used for ${numbers || 'all other numbers'}.`,
        expected: left.join(' '),
        found: shown.join(' '),
        fix: `Write ${left.join(' and ')} in ${name} {…}, and a sentence for one number alone as =1 {…}.`,
      },
    ];
  });
}

function shownIn(elements: readonly MessageFormatElement[]): readonly string[] {
  const names = elements.flatMap((element): readonly string[] => {
    if (isTagElement(element)) return shownIn(element.children);
    if (isPluralElement(element) || isSelectElement(element)) {
      return Object.values(element.options).flatMap(({ value }) => shownIn(value));
    }
    return isArgumentElement(element) ? [`{${element.value}}`] : [];
  });
  return [...new Set(names)].sort();
}
