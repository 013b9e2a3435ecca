import {
  isPluralElement,
  isSelectElement,
  type PluralElement,
  type SelectElement,
} from '@formatjs/icu-messageformat-parser';
import type { LaunchLocale } from '#core/language/locales.ts';
import { elementsOf } from '../icu.ts';
import type { Rule } from '../rule.ts';

type Forms = {
  readonly needed: readonly string[];
  readonly allowed: readonly string[];
  /** `=1` says the same as `one` where `one` means exactly 1 in whole numbers. */
  readonly oneIsOne: boolean;
};

/** CLDR's categories of whole numbers; `many` of Spanish and Portuguese begins at a million. Haitian Creole has none in CLDR. */
const formsOf: Readonly<Record<LaunchLocale, Forms>> = {
  en: { needed: ['one', 'other'], allowed: ['one', 'other'], oneIsOne: true },
  es: { needed: ['one', 'other'], allowed: ['one', 'many', 'other'], oneIsOne: true },
  'pt-BR': { needed: ['one', 'other'], allowed: ['one', 'many', 'other'], oneIsOne: true },
  ru: { needed: ['one', 'few', 'many', 'other'], allowed: ['one', 'few', 'many', 'other'], oneIsOne: false },
  ht: { needed: ['other'], allowed: ['other'], oneIsOne: false },
};

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

function pluralFlaw(element: PluralElement, locale: LaunchLocale): Flaw | undefined {
  const forms = formsOf[locale];
  const found = Object.keys(element.options);
  const has = (form: string) => found.includes(form) || (form === 'one' && forms.oneIsOne && found.includes('=1'));
  const isStrange = found.some((form) => !form.startsWith('=') && !forms.allowed.includes(form));
  if (!isStrange && forms.needed.every(has)) return undefined;
  return {
    message: isStrange ? `A plural form that ${locale} does not have.` : `A plural form is missing in ${locale}.`,
    expected: locale === 'ht' ? '=1 {…} other {…}' : forms.needed.map((form) => `${form} {…}`).join(' '),
    found: found.map((form) => `${form} {…}`).join(' '),
  };
}

function selectFlaw(element: SelectElement): Flaw | undefined {
  if ('other' in element.options) return undefined;
  return { message: 'A select needs other.', expected: 'other {…}', found: Object.keys(element.options).join(' ') };
}
