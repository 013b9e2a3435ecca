import { getTranslations } from 'next-intl/server';
import { getWords } from '#app/_i18n/words.ts';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Card, Code } from '#app/_ui/panel/panel.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import { showCode } from '#core/offer/code.ts';
import { can } from '#core/staff/permissions.ts';
import { services } from '#server/services.ts';
import { StaffPage } from '../../_staff/staff-page.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { staffFor } from '../../_way/person.ts';
import { personalTitle } from '../../_way/personal-title.ts';
import { mexicoCity } from '../../_way/screen-policy.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'staff' });
  return personalTitle(locale, 'staff/assisted', t('assisted.title'));
}

export default async function StaffAssisted(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session } = await staffFor(locale, 'see-assistance');
  const [t, words, waiting] = await Promise.all([
    getTranslations({ locale, namespace: 'staff' }),
    getWords(locale),
    services().waitingAssistance(),
  ]);
  return (
    <StaffPage locale={locale} path="staff/assisted" session={session} title={t('assisted.title')}>
      {waiting.length === 0 ? <p>{t('assisted.none')}</p> : null}
      {waiting.map(({ code, step, askedAt }) => (
        <Card key={code}>
          <h2>{t('assisted.code')}</h2>
          <Code>{showCode(code)}</Code>
          <SummaryList
            rows={[
              { term: t('assisted.step'), value: t(`assisted.${step}`) },
              { term: t('assisted.since'), value: t('draw.mexicoCity', { when: words.dateTime(askedAt, mexicoCity) }) },
            ]}
          />
          {can(session.role, 'complete-assistance') ? (
            <PageForm
              locale={locale}
              page="staff/assisted"
              action="/api/staff/assistance"
              hidden={{ code, decision: 'done' }}
            >
              <Button>{t('assisted.buttonFor', { code: showCode(code) })}</Button>
            </PageForm>
          ) : null}
        </Card>
      ))}
    </StaffPage>
  );
}
