import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { Heading } from '#app/_ui/heading/heading.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import { services } from '#server/services.ts';
import { PeopleBeside } from '../../_group/people-beside.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { standingAt } from '../../_way/person.ts';
import { PersonalPage } from '../../_way/personal-page.tsx';
import { personalTitle } from '../../_way/personal-title.ts';
import { registerPath } from '../../_way/register-path.ts';
import { answerRows } from './answer-rows.tsx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'register' });
  return personalTitle(locale, 'register/check', t('check.title'));
}

export default async function Check(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session, standing, accountId } = await standingAt(locale, ['registering']);
  if (standing.next !== 'check') redirect(registerPath(locale, standing));
  const t = await getTranslations({ locale, namespace: 'register' });
  const group = await services().group(accountId);
  return (
    <PersonalPage locale={locale} path="register/check" session={session}>
      <Heading title={t('check.title')} lead={t('check.hint')} />
      <SummaryList rows={await answerRows(locale, standing.answers)} />
      {group ? <PeopleBeside locale={locale} group={group} /> : null}
      <PageForm locale={locale} page="register/check" action="/api/registration">
        <Button>{t('check.button')}</Button>
      </PageForm>
    </PersonalPage>
  );
}
