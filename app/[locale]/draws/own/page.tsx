import { getTranslations } from 'next-intl/server';
import { getCalendarWords } from '#app/_i18n/words.ts';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { ports } from '#core/policy/ports.ts';
import { DrawLinks } from '../../_draws/draw-links.tsx';
import { OwnLineCheck } from '../../_draws/own/own-line-check.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { pageTitle } from '../../_way/page-title.ts';
import { portName } from '../../_way/port-name.ts';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'draws' });
  return pageTitle(locale, t('own.title'));
}

/** What she was promised, held against what was published: by her phone alone. */
export default async function Own(props: LocaleParams) {
  const locale = await pageLocale(props);
  const [t, phone, verify, port, signIn, calendar] = await Promise.all([
    getTranslations({ locale, namespace: 'draws' }),
    getTranslations({ locale, namespace: 'phone' }),
    getTranslations({ locale, namespace: 'verify' }),
    getTranslations({ locale, namespace: 'port' }),
    getTranslations({ locale, namespace: 'signIn' }),
    getCalendarWords(locale),
  ]);
  return (
    <Shell locale={locale} page="draws/own">
      <Heading title={t('own.title')} lead={t('own.lead')} />
      <noscript>
        <p>{verify('noScript')}</p>
      </noscript>
      <OwnLineCheck
        words={{
          calendar,
          ports: Object.fromEntries(ports.map(({ code }) => [code, portName(port, code)])),
          take: t('own.take'),
          file: t('own.file'),
          choose: t('own.choose'),
          working: phone('wait'),
          save: t('own.save'),
          none: t('own.none'),
          unreachable: t('own.unreachable'),
          malformed: t('own.malformed'),
          signIn: { href: `/${locale}/sign-in`, text: signIn('title') },
          draw: t('day.title', { day: '{day}' }),
          all: { right: t('own.all.right'), wrong: t('own.all.wrong') },
          told: {
            list: { right: t('own.list.right'), wrong: t('own.list.wrong') },
            number: { right: t('own.number.right'), wrong: t('own.number.wrong') },
            outcome: { right: t('own.outcome.right'), wrong: t('own.outcome.wrong') },
            slot: { right: t('own.slot.right'), wrong: t('own.slot.wrong') },
          },
          signatures: {
            right: t('own.signatures.right'),
            wrong: t('own.signatures.wrong'),
            none: t('own.signatures.none'),
            unknown: verify('cannotCheck'),
          },
          placed: t('own.placed', { port: '{port}', when: '{when}' }),
          unplaced: t('own.unplaced'),
          promised: t('own.promised'),
          closed: t('own.closed'),
          compare: t('own.compare'),
          control: t('control.list'),
        }}
      />
      <DrawLinks locale={locale} without="draws/own" />
    </Shell>
  );
}
