import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { Card, Code, Stack } from '#app/_ui/panel/panel.tsx';
import type { Locale } from '#core/language/locales.ts';
import { showCode } from '#core/offer/code.ts';
import { figureNames, isReviewReason, type ReviewReason, readFound } from '#core/review/reason.ts';
import { dayIn } from '#core/time/zone.ts';
import { type AssistanceView, type Standing, services } from '#server/services.ts';
import { AskAPerson } from '../_review/ask-a-person.tsx';
import { DecidedNote } from '../_review/decided-note.tsx';
import { stepNeeding } from '../_review/step-needing.ts';
import { WhatWaits } from '../_review/what-waits.tsx';
import { handedBackAt } from '../_way/outcome-about.ts';
import { type LocaleParams, pageLocale, queryOf, type SearchParams } from '../_way/page-locale.ts';
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

/** A person instead of the machine: asked for with what was found, waited for by a short code, or not needed. */
export default async function Assisted(props: LocaleParams & SearchParams) {
  const locale = await pageLocale(props);
  const { session, standing, accountId } = await applicant(locale);
  const [assistance, decided, about, t, review] = await Promise.all([
    services().assistance(accountId),
    services().decided(accountId),
    aboutIn(props, standing),
    getTranslations({ locale, namespace: 'assisted' }),
    getTranslations({ locale, namespace: 'review' }),
  ]);
  const step = about.reason === 'registration-photo' ? 'photo' : stepNeeding(standing);
  const before = decided?.decision === 'against' && decided.step === step ? decided : null;
  const outcome = session.outcomeFor('assisted');
  const labels = { statement: review(before ? 'ask.news' : 'ask.statement') };
  return (
    <PersonalPage locale={locale} path="assisted" query={about.query} session={session} labels={labels}>
      <Heading title={t('title')} />
      {assistance ? <ShortCode locale={locale} assistance={assistance} /> : null}
      {!assistance && before ? (
        <DecidedNote locale={locale} accountId={accountId} decided={before} canAskAgain={false} />
      ) : null}
      {!assistance && step ? (
        <AskAPerson
          locale={locale}
          accountId={accountId}
          step={step}
          {...about}
          page={about.query ? `assisted?${about.query}` : 'assisted'}
          label={labels.statement}
          statement={outcome?.entered['statement']}
          problem={outcome?.problem ?? null}
          handedBackAt={handedBackAt(outcome)}
          before={before}
        />
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

/** What she was refused for, as the link from the refusal says; anything else is plain help. */
async function aboutIn(props: SearchParams, standing: Standing) {
  const texts = await Promise.all(figureNames.map(async (name) => [name, await queryOf(props, name)] as const));
  const asked = (await queryOf(props, 'reason')) ?? '';
  const isFit = isReviewReason(asked) && (asked !== 'missed' || isMissed(standing));
  const reason: ReviewReason = isFit ? asked : 'help';
  const found = reason === 'help' ? {} : readFound(Object.fromEntries(texts));
  const query = reason === 'help' ? '' : new URLSearchParams({ reason, ...textsOf(found) }).toString();
  return { reason, found, query };
}

function isMissed(standing: Standing): boolean {
  return standing.step === 'registered' && standing.last?.how === 'missed';
}

function textsOf(found: Readonly<Record<string, number>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(found).map(([name, value]) => [name, String(value)]));
}

async function ShortCode({ locale, assistance }: { readonly locale: Locale; readonly assistance: AssistanceView }) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'assisted' }), getWords(locale)]);
  const { code, askedAt } = assistance;
  return (
    <>
      <Card>
        <h2>{t('code.title')}</h2>
        <Code>{showCode(code)}</Code>
        <p>{t('code.what')}</p>
      </Card>
      <WhatWaits locale={locale} assistance={assistance} />
      <Stack isClose>
        <p>{t('code.since', { when: words.day(dayIn(askedAt, mexicoCity)) })}</p>
        <p>{t('code.next')}</p>
        <ButtonLink look="second" href={`/${locale}/status`}>
          {t('none.button')}
        </ButtonLink>
      </Stack>
    </>
  );
}
