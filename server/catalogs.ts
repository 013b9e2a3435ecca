import { readFileSync } from 'node:fs';
import type { Locale } from '#core/language/locales.ts';
import type { CalendarWords } from '#core/language/words.ts';
import type common from '#locales/en/common.json';
import type confirmation from '#locales/en/confirmation.json';
import type notice from '#locales/en/notice.json';
import type paper from '#locales/en/paper.json';
import type port from '#locales/en/port.json';

/** Areas of `locales/<tag>/<area>.json` that are read outside of the screens: by messages and by paper. */
type AreaMessages = {
  readonly common: typeof common;
  readonly confirmation: typeof confirmation;
  readonly notice: typeof notice;
  readonly paper: typeof paper;
  readonly port: typeof port;
};

export type Catalogs<Area extends keyof AreaMessages> = {
  readonly messages: Pick<AreaMessages, Area>;
  readonly calendar: CalendarWords;
};

const ownFolder = new URL('../locales/', import.meta.url);

/**
 * The same catalogs as the screens', for what is made without Next: `catalogReader(['notice'])('ht').messages.notice`.
 * Each language is read once. `folder`: where the catalogs lie, the project's own unless told otherwise.
 */
export function catalogReader<Area extends keyof AreaMessages>(
  areas: readonly Area[],
  folder: URL = ownFolder,
): (locale: Locale) => Catalogs<Area> {
  const read = new Map<Locale, Catalogs<Area>>();
  return (locale) => {
    const found = read.get(locale) ?? readCatalogs(areas, locale, folder);
    read.set(locale, found);
    return found;
  };
}

function readCatalogs<Area extends keyof AreaMessages>(
  areas: readonly Area[],
  locale: Locale,
  folder: URL,
): Catalogs<Area> {
  const json = (file: string): unknown => JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), 'utf8'));
  // `npm run catalogs:check` proves that each language has the shape of `en`.
  return {
    messages: Object.fromEntries(areas.map((area) => [area, json(`${area}.json`)])) as Catalogs<Area>['messages'],
    calendar: json('words/calendar.json') as CalendarWords,
  };
}

/** For `createTranslator`: use-intl would write the key into the text and go on. The build refuses such catalogs. */
export const strictly = {
  onError(error: Error): never {
    throw error;
  },
  getMessageFallback({ namespace, key }: { readonly namespace?: string; readonly key: string }): never {
    throw new Error(`no message for ${namespace ?? ''}.${key}: run npm run catalogs:check`);
  },
} as const;
