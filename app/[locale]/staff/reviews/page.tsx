import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Button, ButtonLink } from '#app/_ui/button/button.tsx';
import { Unsaid } from '#app/_ui/listen/unsaid.tsx';
import panel from '#app/_ui/panel/panel.module.css';
import { Card, Code, Unprinted } from '#app/_ui/panel/panel.tsx';
import { Select } from '#app/_ui/select/select.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import { showCode } from '#core/offer/code.ts';
import { isReviewReason, reviewReasons } from '#core/review/reason.ts';
import { services } from '#server/services.ts';
import { StaffPage } from '../../_staff/staff-page.tsx';
import { type LocaleParams, pageLocale, queryOf, type SearchParams } from '../../_way/page-locale.ts';
import { staffFor } from '../../_way/person.ts';
import { personalTitle } from '../../_way/personal-title.ts';
import { mexicoCity } from '../../_way/screen-policy.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'review' });
  return personalTitle(locale, 'staff/reviews', t('list.title'));
}

/** What waits for a person, longest first. */
export default async function Reviews(props: LocaleParams & SearchParams) {
  const locale = await pageLocale(props);
  const { session } = await staffFor(locale, 'see-reviews');
  const asked = (await queryOf(props, 'reason')) ?? '';
  const reason = isReviewReason(asked) ? asked : null;
  const [t, staff, words, waiting] = await Promise.all([
    getTranslations({ locale, namespace: 'review' }),
    getTranslations({ locale, namespace: 'staff' }),
    getWords(locale),
    services().reviews(reason),
  ]);
  return (
    <StaffPage
      locale={locale}
      path="staff/reviews"
      session={session}
      title={t('list.title')}
      {...(reason ? { query: `reason=${reason}` } : {})}
    >
      <Unprinted>
        <form method="get" action={`/${locale}/staff/reviews`} className={panel.stack}>
          <Select
            name="reason"
            label={t('list.filter')}
            empty={t('list.all')}
            value={reason ?? undefined}
            options={reviewReasons.map((one) => ({ value: one, label: t(`reason.${one}`) }))}
          />
          <Button look="second">{t('list.show')}</Button>
        </form>
      </Unprinted>
      <p>{t('list.count', { count: waiting.length, countText: words.number(waiting.length) })}</p>
      {waiting.map(({ code, step, reason: why, askedAt }) => (
        <Card key={code}>
          <h2>{t('list.code')}</h2>
          <Code>{showCode(code)}</Code>
          <SummaryList
            rows={[
              { term: t('list.step'), value: t(`list.${step}`) },
              { term: t('list.filter'), value: t(`reason.${why}`) },
              { term: t('list.since'), value: staff('draw.mexicoCity', { when: words.dateTime(askedAt, mexicoCity) }) },
            ]}
          />
          <ButtonLink look="second" href={`/${locale}/staff/review?code=${code}`}>
            <Unsaid>{t('list.link', { code: showCode(code) })}</Unsaid>
          </ButtonLink>
        </Card>
      ))}
    </StaffPage>
  );
}
