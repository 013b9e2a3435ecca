import { alphabets, compareBy } from '#core/language/alphabet.ts';
import { stateless } from '#core/language/countries.ts';
import type { TranslatedLocale } from '#core/language/locales.ts';
import { otherLanguage } from '#core/language/spoken.ts';

export type Names = Readonly<Record<string, string>>;

/** Choices that are no country and no language stand at the end, where nobody overlooks them. */
const atTheEnd: ReadonlySet<string> = new Set([stateless, otherLanguage]);

/** The names in the order of a drop-down: by the alphabet of their language. The same on every machine. */
export function inDisplayOrder(names: Names, locale: TranslatedLocale): Names {
  const alphabet = alphabets[locale];
  const compare = alphabet ? compareBy(alphabet) : new Intl.Collator(locale).compare;
  const sorted = Object.entries(names).sort(
    ([oneCode, one], [otherCode, other]) =>
      Number(atTheEnd.has(oneCode)) - Number(atTheEnd.has(otherCode)) || compare(one, other),
  );
  return Object.fromEntries(sorted);
}
