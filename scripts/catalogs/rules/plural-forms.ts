import {
  isPluralElement,
  isSelectElement,
  type PluralElement,
  type SelectElement,
} from '@formatjs/icu-messageformat-parser';
import { elementsOf } from '../icu.ts';
import { pluralFormsOf } from '../plurals.ts';
import type { Rule } from '../rule.ts';

export const pluralForms: Rule = {
  name: 'plural-forms',
  why: 'For some numbers the sentence would be wrong, or there would be none.',
  look: ({ catalogs }) =>
    catalogs.flatMap(({ locale, file, entries }) =>
      entries.flatMap(({ key, line, value }) =>
        elementsOf(value).flatMap((element) => {
          const flaw = isPluralElement(element)
            ? pluralFlaw(element, locale)
            : isSelectElement(element)
              ? selectFlaw(element)
              : undefined;
          return flaw ? [{ file, line, key, ...flaw }] : [];
        }),
      ),
    ),
};

type Flaw = { readonly message: string; readonly expected: string; readonly found: string };

function pluralFlaw(element: PluralElement, locale: string): Flaw | undefined {
  const forms = pluralFormsOf(locale);
  const found = Object.keys(element.options);
  // Without forms in CLDR the program would choose as another language does: exact numbers and `other` always work.
  const allowed = forms?.map(({ name }) => name) ?? ['other'];
  const needed = forms?.filter((form) => form.needed) ?? [{ name: 'other', only: undefined }];
  const isStrange = found.some((form) => !form.startsWith('=') && !allowed.includes(form));
  if (!isStrange && needed.every(({ name, only }) => found.includes(name) || found.includes(`=${only}`))) {
    return undefined;
  }
  return {
    message: isStrange ? `A plural form that ${locale} does not have.` : `A plural form is missing in ${locale}.`,
    expected: forms ? needed.map(({ name }) => `${name} {…}`).join(' ') : '=1 {…} other {…}',
    found: found.map((form) => `${form} {…}`).join(' '),
  };
}

function selectFlaw(element: SelectElement): Flaw | undefined {
  if ('other' in element.options) return undefined;
  return { message: 'A select needs other.', expected: 'other {…}', found: Object.keys(element.options).join(' ') };
}
