import { createTranslator } from 'use-intl/core';
import { type CalendarWords, formatDateTime, formatDay, formatMinute } from '#core/language/words.ts';
import { showMessageCode } from '#core/notice/message-code.ts';
import type { TimeZone } from '#core/time/instant.ts';
import { dayIn, fieldsIn } from '#core/time/zone.ts';
import { catalogReader, strictly } from '../catalogs.ts';
import type { Notice, NoticeWords } from './contract.ts';

/** A day of no port: most who wait are within this zone. */
const mexicoCity = 'America/Mexico_City' as TimeZone;

/**
 * Subject and plain text in the person's language, from the same catalogs as the screens (`locales/<tag>/notice.json`),
 * with the address of her status page, and the code by which she can ask whether it is from us. A message that is missing
 * throws: the build refuses such catalogs.
 */
export function createNoticeWords(settings: {
  /** `https://puente.example`; the language and the page are added. */
  readonly publicUrl: string;
  /** Where the catalogs lie; the project's own unless told otherwise. */
  readonly catalogsFolder?: URL;
}): NoticeWords {
  const { publicUrl, catalogsFolder } = settings;
  const catalogsOf = catalogReader(['notice', 'common'], catalogsFolder);

  return (notice, { locale, code, isDiscreet }) => {
    const { messages, calendar } = catalogsOf(locale);
    const t = createTranslator({ ...strictly, locale, messages, namespace: 'notice' });
    const footer = createTranslator({ ...strictly, locale, messages, namespace: 'common.footer' });
    const address = new URL(`/${locale}/status`, publicUrl).href;
    const facts = factsOf(notice, calendar);
    const shown = showMessageCode(code);
    const check = t('check', { code: shown, address: new URL(`/${locale}/is-it-from-us`, publicUrl).href });
    const kind = isDiscreet ? 'discreet' : notice.kind;
    const text = [t(`${kind}.text`, { ...facts, address }), check, `${footer('free')} ${footer('government')}`];
    const subject = t(`${kind}.subject`);
    return { subject, text: text.join('\n\n'), brief: t('brief', { code: shown }), address };
  };
}

/** What the texts fill in; each kind has its own. */
function factsOf(notice: Notice, calendar: CalendarWords) {
  const none = { deadline: '', before: '', now: '' };
  switch (notice.kind) {
    case 'offer':
      return { ...none, deadline: formatDateTime(fieldsIn(notice.deadlineAt, notice.portZone), calendar) };
    case 'sign-of-life':
      return { ...none, deadline: formatDay(dayIn(notice.runsOutAt, mexicoCity), calendar) };
    case 'moved':
      return { ...none, before: formatMinute(notice.before, calendar), now: formatMinute(notice.now, calendar) };
    default:
      return none;
  }
}
