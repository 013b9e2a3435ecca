import { createRequire } from 'node:module';
import { z } from 'zod';

/** The first million: whole numbers from there on have `many` in Spanish, French and Portuguese, and nobody counts so far here. */
const farAway = 1_000_000;

const rulesOfLanguage = z.record(z.string(), z.string());
const file = z.object({
  supplemental: z.object({ 'plurals-type-cardinal': z.record(z.string(), rulesOfLanguage) }),
});
const cldr = file.parse(createRequire(import.meta.url)('cldr-core/supplemental/plurals.json')).supplemental[
  'plurals-type-cardinal'
];

/** A plural form of a language. */
type Form = {
  readonly name: string;
  /** Whole numbers that it stands for, the first few; `many` of millions is not needed. */
  readonly numbers: readonly number[];
  readonly needed: boolean;
  /** It stands for this whole number alone: `=1` says the same as English `one`. */
  readonly only: number | undefined;
};

const known = new Map<string, readonly Form[] | undefined>();

/** The forms of CLDR 48 for whole numbers; nothing for a language that CLDR has none for (Haitian Creole, Tajik). */
export function pluralFormsOf(locale: string): readonly Form[] | undefined {
  if (!known.has(locale)) known.set(locale, formsOf(cldr[locale] ?? cldr[locale.split('-')[0] ?? '']));
  return known.get(locale);
}

function formsOf(rules: Readonly<Record<string, string>> | undefined): readonly Form[] | undefined {
  if (!rules) return undefined;
  return Object.entries(rules).map(([rule, text]) => {
    const name = rule.replace('pluralRule-count-', '');
    const samples = /@integer ([^@]*)/.exec(text)?.[1] ?? '';
    const numbers = samples.split(',').flatMap(numbersIn);
    const isEndless = samples.includes('…') || samples.includes('~');
    return {
      name,
      numbers,
      // ICU asks for `other` even where no whole number has it.
      needed: name === 'other' || numbers.some((number) => number < farAway),
      only: numbers.length === 1 && !isEndless ? numbers[0] : undefined,
    };
  });
}

/** `2~4` is 2, 3, 4; `1c6` is compact writing, which nothing here uses. */
function numbersIn(sample: string): readonly number[] {
  const [from, to] = sample.trim().split('~').map(Number);
  if (from === undefined || !Number.isInteger(from) || sample.trim() === '') return [];
  return to === undefined ? [from] : Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
