import { isPluralElement, isTagElement } from '@formatjs/icu-messageformat-parser';
import { pluralFormsOf } from '../plurals.ts';
import { placedElements } from './pieces.ts';

/** A message that is one plural and nothing else: the argument that chooses, and the texts by form. */
export type PluralMessage = { readonly argument: string; readonly forms: ReadonlyMap<string, string> };

/** Undefined for every message that `joinedPlural` would not write the same, letter by letter: those travel whole. */
export function splitPlural(message: string): PluralMessage | undefined {
  const [element, ...more] = placedElements(message) ?? [];
  if (!element || more.length > 0 || isTagElement(element) || !isPluralElement(element)) return undefined;
  const forms = Object.entries(element.options).map(([name, { location }]) => {
    const text = location ? message.slice(location.start.offset + 1, location.end.offset - 1) : '';
    return [name, text] as const;
  });
  const plural = { argument: element.value, forms: new Map(forms) };
  return joinedPlural(plural) === message ? plural : undefined;
}

/** `{count, plural, one {…} other {…}}`. */
export function joinedPlural({ argument, forms }: PluralMessage): string {
  return `{${argument}, plural, ${[...forms].map(([name, text]) => `${name} {${text}}`).join(' ')}}`;
}

/**
 * gettext's way to choose a form, in C, by language. The number it gives is the place in `formNamesOf`; `other` of
 * Russian, Ukrainian and Arabic is for fractions or hundreds, as CLDR has it. `gettext-plurals.test.ts` compares both.
 */
const choices: Readonly<Record<string, string>> = {
  ar: 'n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5',
  en: 'n != 1',
  es: 'n != 1',
  fr: 'n > 1',
  ht: 'n != 1',
  hy: 'n > 1',
  ky: 'n != 1',
  pt: 'n > 1',
  ru: slavic(),
  tg: 'n != 1',
  tr: 'n != 1',
  uk: slavic(),
  uz: 'n != 1',
  zh: '0',
};

function slavic(): string {
  return 'n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2';
}

/** Undefined for a language that nobody has told gettext's rule of: its plurals travel whole. */
export function pluralChoice(locale: string): string | undefined {
  return choices[locale] ?? choices[locale.split('-')[0] ?? ''];
}

/** The forms that a language needs, in their order. One that only millions have is not among them. */
export function formNamesOf(locale: string): readonly string[] {
  const forms = pluralFormsOf(locale);
  return forms ? forms.filter(({ needed }) => needed).map(({ name }) => name) : ['=1', 'other'];
}

/** The texts in the order of the language's forms; undefined where the message has others, fewer or more. */
export function formsInOrder(message: string, locale: string): readonly string[] | undefined {
  const plural = splitPlural(message);
  const names = formNamesOf(locale);
  if (!plural || [...plural.forms.keys()].join() !== names.join()) return undefined;
  return [...plural.forms.values()];
}

/** The message again. An empty form is left out, for the check to tell which one is missing. */
export function messageOfForms(forms: readonly string[], argument: string, locale: string): string {
  const named = formNamesOf(locale).map((name, index) => [name, forms[index] ?? ''] as const);
  const filled = named.filter(([, text]) => text !== '');
  return filled.length === 0 ? '' : joinedPlural({ argument, forms: new Map(filled) });
}
