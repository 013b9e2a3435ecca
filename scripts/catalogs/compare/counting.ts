import { sourceLocale } from '#core/language/locales.ts';
import type { Told } from './tool.ts';

/** A message that a flaw is in; the key is empty where a whole file is. */
export type Place = Omit<Told, 'what'>;

/** `unplaced`: something is wrong, the tool says, and not where. */
export type Outcome = 'found' | 'unplaced' | 'missed';

/**
 * Has a tool found a flaw? It has to tell something that it does not tell of the clean tree, of the file with the flaw; a
 * flaw of the source may be told of that message in a translation, where tools that compare see it.
 */
export function outcomeOf(places: readonly Place[], clean: readonly Told[], flawed: readonly Told[]): Outcome {
  const before = new Set(clean.map(nameOf));
  const news = flawed.filter((told) => !before.has(nameOf(told)));
  if (news.some((told) => places.some((place) => isAbout(told, place)))) return 'found';
  return news.length > 0 ? 'unplaced' : 'missed';
}

function isAbout(told: Told, place: Place): boolean {
  if (told.locale === place.locale) return told.area === '' || told.area === place.area;
  return place.locale === sourceLocale && told.locale !== '' && told.area === place.area && told.key === place.key;
}

function nameOf({ locale, area, key, what }: Told): string {
  return [locale, area, key, what].join('\n');
}

/** A flaw of one kind, and what each tool made of it, in the order of the tools. */
export type Result = { readonly rule: string; readonly outcomes: readonly Outcome[] };

/** How many flaws there are, and for each tool how many it found; `unplaced` are counted apart. */
export type Count = {
  readonly flaws: number;
  readonly found: readonly number[];
  readonly unplaced: readonly number[];
};

export function counted(results: readonly Result[], tools: number): Count {
  const numberOf = (outcome: Outcome) =>
    Array.from({ length: tools }, (_, tool) => results.filter(({ outcomes }) => outcomes[tool] === outcome).length);
  return { flaws: results.length, found: numberOf('found'), unplaced: numberOf('unplaced') };
}
