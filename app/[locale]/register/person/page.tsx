import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/_ui/button/button.tsx';
import { BackLink, Heading } from '#app/_ui/heading/heading.tsx';
import { SummaryList } from '#app/_ui/summary-list/summary-list.tsx';
import { services } from '#server/services.ts';
import { AdmitPerson } from '../../_group/admit-person.tsx';
import { RemovePerson } from '../../_group/remove-person.tsx';
import { type LocaleParams, pageLocale, queryOf, type SearchParams } from '../../_way/page-locale.ts';
import { applicant } from '../../_way/person.ts';
import { PersonalPage } from '../../_way/personal-page.tsx';
import { titleAbout } from '../../_way/personal-title.ts';
import { registerPath } from '../../_way/register-path.ts';
import { answerRows } from '../check/answer-rows.tsx';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams & SearchParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'group' });
  return titleAbout(await queryOf(props, 'person'), { locale, path: 'register/person', title: t('person.title') });
}

/** What is known of one person of the group, to change it, to let her in, or to take her out. */
export default async function Person(props: LocaleParams & SearchParams) {
  const locale = await pageLocale(props);
  const { session, accountId } = await applicant(locale);
  const [id, group] = await Promise.all([queryOf(props, 'person'), services().group(accountId)]);
  if (!group) redirect(`/${locale}/status`);
  const person = group.people.find((one) => one.id === id);
  // Not the page of what is missing: without a script that one stays empty.
  if (!person) redirect(`/${locale}/register/group`);
  if (!person.isHead && person.next !== 'check')
    redirect(registerPath(locale, { next: person.next, person: person.id }));
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: 'group' }),
    getTranslations({ locale, namespace: 'common' }),
  ]);
  const isDraft = group.isRegistered && person.registeredAt === null;
  return (
    <PersonalPage
      locale={locale}
      path="register/person"
      query={`person=${person.id}`}
      session={session}
      person={person.id}
      menu={<BackLink href={`/${locale}/register/group`} text={common('back')} />}
    >
      <Heading title={t('person.title')} />
      {isDraft ? <AdmitPerson locale={locale} group={group} person={person} /> : null}
      <SummaryList
        rows={await answerRows(locale, person.answers, { person, links: group.isRegistered ? 'corrections' : 'all' })}
      />
      <ButtonLink look={isDraft ? 'second' : 'first'} href={`/${locale}/register/group`}>
        {t('person.back')}
      </ButtonLink>
      <RemovePerson locale={locale} group={group} person={person} />
    </PersonalPage>
  );
}
