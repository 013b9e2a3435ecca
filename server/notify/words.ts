import { createTranslator } from 'use-intl/core';
import { formatDateTime } from '#core/language/words.ts';
import { fieldsIn } from '#core/time/zone.ts';
import { catalogReader, strictly } from '../catalogs.ts';
import type { NoticeWords } from './contract.ts';

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
  const { publicUrl, catalogsFolder } = settings;
  const catalogsOf = catalogReader(['notice', 'common'], catalogsFolder);

  return (notice, locale) => {
    const { messages, calendar } = catalogsOf(locale);
    const t = createTranslator({ ...strictly, locale, messages, namespace: 'notice' });
    const footer = createTranslator({ ...strictly, locale, messages, namespace: 'common.footer' });
    const values = {
      address: new URL(`/${locale}/status`, publicUrl).href,
      deadline: notice.kind === 'offer' ? formatDateTime(fieldsIn(notice.deadlineAt, notice.portZone), calendar) : '',
    };
    const text = [t(`${notice.kind}.text`, values), `${footer('free')} ${footer('government')}`];
    return { subject: t(`${notice.kind}.subject`), text: text.join('\n\n') };
  };
}
