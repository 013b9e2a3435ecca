import { readdirSync, readFileSync } from 'node:fs';
import { createTranslator } from 'use-intl/core';
import type { Locale } from '#core/language/locales.ts';
import { type Wording, type WordsData, wordingOf } from '#core/language/wording.ts';

type Messages = { readonly [key: string]: string | Messages };

const loaded = new Map<string, Messages>();

/** What is no area: where translations stand, and what was removed. */
const besides: ReadonlySet<string> = new Set(['status.json', 'attic.json']);

/** All areas of one language, as next-intl gets them. */
export function messagesOf(locale: string): Messages {
  const known = loaded.get(locale);
  if (known) return known;
  const folder = `locales/${locale}`;
  const areas = readdirSync(folder).filter((file) => file.endsWith('.json') && !besides.has(file));
  const messages = Object.fromEntries(
    areas.map((file) => [
      file.slice(0, -'.json'.length),
      JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Messages,
    ]),
  );
  loaded.set(locale, messages);
  return messages;
}

/** The sentence that a person reads: `say('ht', 'register.name.title')`. */
export function say(locale: string, key: string, values: Record<string, string | number> = {}): string {
  const translate = createTranslator({
    locale: locale as Locale,
    messages: messagesOf(locale),
    onError: (error) => {
      throw error;
    },
  });
  return (translate as (key: string, values: Record<string, string | number>) => string)(key, values);
}

/** Dates and times as its screens write them. */
export function wordsIn(locale: string): Wording {
  const read = (name: string): unknown => JSON.parse(readFileSync(`locales/${locale}/words/${name}.json`, 'utf8'));
  const [calendar, countries, languages, states] = ['calendar', 'countries', 'languages', 'states'].map(read);
  return wordingOf({ calendar, countries, languages, states } as WordsData);
}

/** Every message of a language with its key, flattened. */
export function flatten(messages: Messages, above = ''): readonly (readonly [string, string])[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${above}${key}`, value] as const] : flatten(value, `${above}${key}.`),
  );
}
