import { getTranslations } from 'next-intl/server';
import { Button } from '#app/_ui/button/button.tsx';
import { Choice } from '#app/_ui/choice/choice.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { BackLink } from '#app/_ui/heading/heading.tsx';
import { Notice } from '#app/_ui/notice/notice.tsx';
import { Quiet } from '#app/_ui/panel/panel.tsx';
import { TextArea } from '#app/_ui/text-area/text-area.tsx';
import type { Locale } from '#core/language/locales.ts';
import { decisionReasons } from '#core/review/decision.ts';
import { can } from '#core/staff/permissions.ts';
import { services } from '#server/services.ts';
import type { PageSession } from '#server/session-for-pages.ts';
import { fieldText } from '../../_problem/problem-text.ts';
import { StaffPage } from '../../_staff/staff-page.tsx';
import { type LocaleParams, pageLocale, queryOf, type SearchParams } from '../../_way/page-locale.ts';
import { staffFor } from '../../_way/person.ts';
import { personalTitle } from '../../_way/personal-title.ts';
import { ReviewFacts } from './review-facts.tsx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'review' });
  return personalTitle(locale, 'staff/review', t('one.title'));
}

/** One review: what there is to see, and the decision. */
export default async function Review(props: LocaleParams & SearchParams) {
  const locale = await pageLocale(props);
  const { session, accountId } = await staffFor(locale, 'see-reviews');
  const code = (await queryOf(props, 'code')) ?? '';
  const [t, review] = await Promise.all([
    getTranslations({ locale, namespace: 'review' }),
    services().review({ actor: accountId, code }),
  ]);
  const labels = { reason: t('one.decide'), note: t('one.note') };
  return (
    <StaffPage
      locale={locale}
      path="staff/review"
      session={session}
      title={t('one.title')}
      labels={labels}
      {...(review ? { query: `code=${review.code}` } : {})}
    >
      <BackLink href={`/${locale}/staff/reviews`} text={t('one.back')} />
      {review ? <ReviewFacts locale={locale} review={review} /> : <p>{t('one.nobody')}</p>}
      {review && review.state !== 'waiting' ? <Notice title={t('one.over')} /> : null}
      {review?.state === 'waiting' && !review.mayDecide ? (
        <Notice look="wait" title={review.isOwnAsking ? t('one.own') : t('one.by')} />
      ) : null}
      {review?.state === 'waiting' && review.mayDecide && can(session.role, 'decide-review') ? (
        <Decide locale={locale} code={review.code} session={session} />
      ) : null}
    </StaffPage>
  );
}

type DecideProps = { readonly locale: Locale; readonly code: string; readonly session: PageSession };

async function Decide({ locale, code, session }: DecideProps) {
  const [t, problems] = await Promise.all([
    getTranslations({ locale, namespace: 'review' }),
    getTranslations({ locale, namespace: 'problem' }),
  ]);
  const outcome = session.outcomeFor('staff/review');
  const problemOf = (name: string) => {
    const found = outcome?.problem?.fields?.find(({ field }) => field === name);
    return found && fieldText(problems, found);
  };
  return (
    <PageForm locale={locale} page={`staff/review?code=${code}`} action="/api/staff/review" hidden={{ code }}>
      <Choice
        name="reason"
        label={t('one.decide')}
        options={decisionReasons.map((reason) => ({ value: reason, label: t(`decision.${reason}`) }))}
        value={outcome?.entered['reason']}
        problem={problemOf('reason')}
      />
      <TextArea
        name="note"
        label={t('one.note')}
        hint={t('one.noteHint')}
        value={outcome?.entered['note']}
        problem={problemOf('note')}
      />
      <Quiet>{t('one.final')}</Quiet>
      <Button>{t('one.button')}</Button>
    </PageForm>
  );
}
