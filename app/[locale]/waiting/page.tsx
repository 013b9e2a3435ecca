import { getTranslations } from 'next-intl/server';
import { getCalendarWords } from '#app/_i18n/words.ts';
import { mayWait } from '#app/_pwa/queue/may-wait.ts';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import { WaitingList } from '#app/_ui/waiting/waiting-list.tsx';
import type { Locale } from '#core/language/locales.ts';
import { forms } from '../_forms/forms.ts';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { pageTitle } from '../_way/page-title.ts';
import { screenSteps } from '../_way/screen-policy.ts';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'waiting' });
  return pageTitle(locale, t('title'));
}

/** What was sent without a line and waits on this phone: the same page for everybody, filled by the phone. */
export default async function Waiting(props: LocaleParams) {
  const locale = await pageLocale(props);
  const [t, tProblem, calendar, names] = await Promise.all([
    getTranslations({ locale, namespace: 'waiting' }),
    getTranslations({ locale, namespace: 'problem' }),
    getCalendarWords(locale),
    namesOfForms(locale),
  ]);
  return (
    <Shell locale={locale} page="waiting">
      <Heading title={t('title')} lead={t('lead')} />
      <WaitingList
        locale={locale}
        facts={{
          calendar,
          since: t('since', { when: '{when}' }),
          names,
          questions: screenSteps('head').map((step) => `register/${step}`),
        }}
        words={{
          none: t('none'),
          list: t('list'),
          state: { waits: t('state.waits'), refused: t('state.refused'), over: tProblem('changed-since.what') },
          open: t('open'),
          status: tProblem('status'),
          remove: t('remove'),
          send: t('send'),
          sending: t('sending'),
          arrived: t('arrived'),
          later: t('later'),
          unsupported: t('unsupported'),
          out: { title: t('out.title'), what: t('out.what'), button: t('out.button') },
          signIn: { title: t('signIn.title'), what: t('signIn.what'), button: t('signIn.button') },
          kept: { title: t('kept.title'), what: t('kept.what'), next: t('kept.next') },
        }}
      />
      <noscript>
        <p>{t('unsupported')}</p>
      </noscript>
    </Shell>
  );
}

/** What each form that may wait is called, by its page: the three after `forms` stand on pages of their own. */
async function namesOfForms(locale: Locale): Promise<Readonly<Record<string, string>>> {
  const waiting = Object.values(forms).filter(({ action }) => mayWait(action));
  const [report, register, standing, ...titles] = await Promise.all([
    getTranslations({ locale, namespace: 'textReport' }),
    getTranslations({ locale, namespace: 'register' }),
    getTranslations({ locale, namespace: 'standing' }),
    ...waiting.map(async ({ words }) => (await words(locale, 'head', {})).title),
  ]);
  const named = waiting.map(({ path }, index) => [path, titles[index] ?? ''] as const);
  return {
    ...Object.fromEntries(named),
    'report-text': report('title'),
    'register/check': register('check.title'),
    status: standing('request.alive'),
  };
}
