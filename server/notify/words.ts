import { readFileSync } from 'node:fs';
import { createTranslator } from 'use-intl/core';
import type { Locale } from '#core/language/locales.ts';
import { type CalendarWords, formatDateTime } from '#core/language/words.ts';
import { fieldsIn } from '#core/time/zone.ts';
import type common from '#locales/en/common.json';
import type noticeMessages from '#locales/en/notice.json';
import type { NoticeWords } from './contract.ts';

type Catalogs = {
  readonly messages: { readonly notice: typeof noticeMessages; readonly common: typeof common };
  readonly calendar: CalendarWords;
};

/**
 * Subject and plain text in the person's language, from the same catalogs as the screens (`locales/<tag>/notice.json`),
 * with the address of her status page. A message that is missing throws: the build refuses such catalogs.
 */
export function createNoticeWords(settings: {
  /** `https://puente.example`; the language and the page are added. */
  readonly publicUrl: string;
  /** Where the catalogs lie; the project's own unless told otherwise. */
  readonly catalogsFolder?: URL;
}): NoticeWords {
  const { publicUrl, catalogsFolder = new URL('../../locales/', import.meta.url) } = settings;
  const read = new Map<Locale, Catalogs>();

  const catalogsOf = (locale: Locale): Catalogs => {
    const found = read.get(locale) ?? readCatalogs(catalogsFolder, locale);
    read.set(locale, found);
    return found;
  };

  return (notice, locale) => {
    const { messages, calendar } = catalogsOf(locale);
    const strictly = { locale, messages, onError, getMessageFallback };
    const t = createTranslator({ ...strictly, namespace: 'notice' });
    const footer = createTranslator({ ...strictly, namespace: 'common.footer' });
    const values = {
      address: new URL(`/${locale}/status`, publicUrl).href,
      deadline: notice.kind === 'offer' ? formatDateTime(fieldsIn(notice.deadlineAt, notice.portZone), calendar) : '',
    };
    const text = [t(`${notice.kind}.text`, values), `${footer('free')} ${footer('government')}`];
    return { subject: t(`${notice.kind}.subject`), text: text.join('\n\n') };
  };
}

function readCatalogs(folder: URL, locale: Locale): Catalogs {
  const json = (file: string): unknown => JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), 'utf8'));
  // `npm run catalogs:check` proves that each language has the shape of `en`.
  return {
    messages: { notice: json('notice.json'), common: json('common.json') } as Catalogs['messages'],
    calendar: json('words/calendar.json') as CalendarWords,
  };
}

/** use-intl would write the key into the message and go on. */
function onError(error: Error): never {
  throw error;
}

function getMessageFallback({ namespace, key }: { readonly namespace?: string; readonly key: string }): never {
  throw new Error(`no message for ${namespace ?? ''}.${key}: run npm run catalogs:check`);
}
