import { createTranslator } from 'use-intl/core';
import { formatDateTime, formatMinute, formatNumber } from '#core/language/words.ts';
import { showCode } from '#core/offer/code.ts';
import { portOf } from '#core/policy/ports.ts';
import { fieldsIn } from '#core/time/zone.ts';
import { catalogReader, strictly } from '../catalogs.ts';
import type { ConfirmationPaper } from './contract.ts';
import { printedName } from './printed-name.ts';

const catalogsOf = catalogReader(['common', 'confirmation', 'paper', 'port']);

type Section = { readonly title: string; readonly items: readonly string[] };

/** All that stands on the paper of an appointment, in the words of its page. */
export type ConfirmationText = {
  readonly name: string;
  readonly title: string;
  readonly lead: string;
  /** `isLatin`: reads from left to right in every language. */
  readonly facts: readonly { readonly term: string; readonly value: string; readonly isLatin?: boolean }[];
  /** Said beside the address: it is no real one. */
  readonly madeUp: string | null;
  readonly who: Section;
  readonly picture: string;
  readonly code: { readonly title: string; readonly value: string; readonly hint: string };
  readonly draw: string;
  readonly bring: Section;
  readonly happens: Section;
  readonly change: Section;
  readonly warning: string;
  readonly foot: readonly string[];
};

export function confirmationText({ confirmation, locale, at, isDemonstration }: ConfirmationPaper): ConfirmationText {
  const { messages, calendar } = catalogsOf(locale);
  const t = createTranslator({ ...strictly, locale, messages, namespace: 'confirmation' });
  const common = createTranslator({ ...strictly, locale, messages, namespace: 'common' });
  const paper = createTranslator({ ...strictly, locale, messages, namespace: 'paper' });
  const { appointment, people, announcementHash } = confirmation;
  const { address } = portOf(appointment.port);
  // A code of `core/policy/ports.json`; the check of the catalogs proves that each has its words.
  const port = messages.port[appointment.port as string as keyof typeof messages.port];
  const code = showCode(appointment.code);
  const made = formatDateTime(fieldsIn(at, appointment.portZone), calendar);
  const demonstration = [common('footer.government'), common('footer.demonstration')];
  return {
    name: common('name'),
    title: t('title'),
    lead: t('what'),
    facts: [
      { term: t('when'), value: common('time.atPort', { when: formatMinute(appointment.slot, calendar) }) },
      { term: t('port'), value: port.name },
      { term: t('people'), value: formatNumber(appointment.size, calendar) },
      { term: t('across'), value: port.across },
      { term: t('where'), value: port.entrance },
      { term: t('address'), value: address.text, isLatin: true },
    ],
    madeUp: address.isMadeUp ? t('madeUp') : null,
    who: {
      title: t('who'),
      items: people.map(
        (person, index) => printedName(person) ?? paper('unprintable', { number: formatNumber(index + 1, calendar) }),
      ),
    },
    picture: t('qr', { code }),
    code: { title: t('code'), value: code, hint: t('codeHint') },
    draw: t('draw', { hash: announcementHash }),
    bring: { title: t('bring.title'), items: [t('bring.proof'), t('bring.document'), t('bring.time')] },
    happens: { title: t('happens.title'), items: [t('happens.show'), t('happens.check'), t('happens.wait')] },
    change: { title: t('change.title'), items: [t('change.what')] },
    warning: t('warning'),
    foot: [
      paper('made', { when: made }),
      sentences([common('footer.free'), ...(isDemonstration ? demonstration : [])]),
    ],
  };
}

/** One after the other; a Chinese full stop is as wide as a sign, so that no space follows it. */
function sentences(texts: readonly string[]): string {
  return texts.join(' ').replaceAll('。 ', '。');
}
