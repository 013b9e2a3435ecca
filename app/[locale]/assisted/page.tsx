import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Button, ButtonLink } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Card, Code, Stack } from '#app/_ui/panel/panel.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import type { Locale } from '#core/language/locales.ts';
import { showCode } from '#core/offer/code.ts';
import { dayIn } from '#core/time/zone.ts';
import { type AssistanceView, type Standing, services } from '#server/services.ts';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { applicant } from '../_way/person.ts';
import { PersonalPage } from '../_way/personal-page.tsx';
import { personalTitle } from '../_way/personal-title.ts';
import { mexicoCity } from '../_way/screen-policy.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'assisted' });
  return personalTitle(locale, 'assisted', t('title'));
}

export default async function Assisted(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session, standing, accountId } = await applicant(locale);
  const assistance = await services().assistance(accountId);
  const step = stepNeeding(standing);
  const t = await getTranslations({ locale, namespace: 'assisted' });
  return (
    <PersonalPage locale={locale} path="assisted" session={session}>
      <Heading title={t('title')} />
      {assistance ? <ShortCode locale={locale} assistance={assistance} /> : null}
      {!assistance && step ? (
        <>
          <p>{t(`${step}.what`)}</p>
          <p>{t('how')}</p>
          <PageForm locale={locale} page="assisted" action="/api/assistance" hidden={{ step }}>
            <Button>{t(`${step}.button`)}</Button>
          </PageForm>
        </>
      ) : null}
      {!assistance && !step ? (
        <>
          <p>{t('none.what')}</p>
          <ButtonLink href={`/${locale}/status`}>{t('none.button')}</ButtonLink>
        </>
      ) : null}
    </PersonalPage>
  );
}

/** The step that a browser may not manage by itself, and a person can. */
function stepNeeding(standing: Standing): 'ask' | 'confirm' | null {
  if (standing.step === 'registered') return 'ask';
  return standing.step === 'offered' ? 'confirm' : null;
}

async function ShortCode({ locale, assistance }: { readonly locale: Locale; readonly assistance: AssistanceView }) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'assisted' }), getWords(locale)]);
  return (
    <>
      <Card>
        <h2>{t('code.title')}</h2>
        <Code>{showCode(assistance.code)}</Code>
        <p>{t('code.what')}</p>
      </Card>
      <SummaryList rows={[{ term: t('code.step'), value: t(`code.${assistance.step}`) }]} />
      <Stack isClose>
        <p>{t('code.since', { when: words.day(dayIn(assistance.askedAt, mexicoCity)) })}</p>
        <p>{t('code.next')}</p>
        <ButtonLink look="second" href={`/${locale}/status`}>
          {t('none.button')}
        </ButtonLink>
      </Stack>
    </>
  );
}
