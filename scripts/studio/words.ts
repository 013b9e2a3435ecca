import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isArgumentElement, isLiteralElement } from '@formatjs/icu-messageformat-parser';
import { type LaunchLocale, launchLocales, sourceLocale } from '#core/language/locales.ts';
import { readMessage } from '../catalogs/icu.ts';
import { readJson } from '../catalogs/json-file.ts';
import type englishRules from './locales/en/rule.json';
import type english from './locales/en/studio.json';

type KeysOf<Group> = {
  [Name in keyof Group & string]: Group[Name] extends string ? Name : `${Name}.${KeysOf<Group[Name]>}`;
}[keyof Group & string];

/** A rule that the studio has words for: what is wrong, why it matters, and what to do. */
export type RuleName = keyof typeof englishRules;
/** A text of the studio: `list.title`, `rule.numbers.what`. */
export type WordKey = KeysOf<typeof english> | `rule.${KeysOf<typeof englishRules>}`;
export type Say = (key: WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** The languages that the studio itself speaks. */
export const studioLocales: readonly LaunchLocale[] = launchLocales;

/** The first of a browser's languages (`Accept-Language`) that the studio speaks. */
export function spokenLanguage(header: string | undefined): LaunchLocale {
  const wished = (header ?? '').split(',').map((one) => one.split(';')[0]?.trim() ?? '');
  const find = (tag: string) => studioLocales.find((own) => own === tag || own.split('-')[0] === tag.split('-')[0]);
  return wished.map(find).find((tag) => tag !== undefined) ?? sourceLocale;
}

const read = new Map<string, Say>();

/** The studio's words in one language. They have arguments and no other elements, so nothing of `Intl` is needed. */
export function wordsIn(locale: LaunchLocale): Say {
  const known = read.get(locale);
  if (known) return known;
  const texts = new Map([...textsIn(locale, 'studio', ''), ...textsIn(locale, 'rule', 'rule.')]);
  const say: Say = (key, values = {}) => filled(texts.get(key) ?? key, values);
  read.set(locale, say);
  return say;
}

function textsIn(locale: LaunchLocale, area: string, before: string): readonly (readonly [string, string])[] {
  const file = join(import.meta.dirname, 'locales', locale, `${area}.json`);
  return readJson(readFileSync(file, 'utf8'), file).entries.map(({ key, value }) => [`${before}${key}`, value]);
}

function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  const message = readMessage(text);
  if (!message.ok) return text;
  return message.elements
    .map((element) => {
      if (isLiteralElement(element)) return element.value;
      return isArgumentElement(element) ? String(values[element.value] ?? `{${element.value}}`) : '';
    })
    .join('');
}
