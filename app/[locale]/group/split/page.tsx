import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Button, ButtonLink } from '#app/_ui/button/button.tsx';
import { Choices } from '#app/_ui/choice/choice.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { BackLink, Heading } from '#app/_ui/heading/heading.tsx';
import { services } from '#server/services.ts';
import { fieldText } from '../../_problem/problem-text.ts';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { applicant } from '../../_way/person.ts';
import { PersonalPage } from '../../_way/personal-page.tsx';
import { personalTitle } from '../../_way/personal-title.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'group' });
  return personalTitle(locale, 'group/split', t('split.title'));
}

/** Who goes their own way. */
export default async function Split(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session, accountId } = await applicant(locale);
  const group = await services().group(accountId);
  const mayGo = group?.people.filter(
    ({ isHead, isGuest, registeredAt }) => !isHead && !isGuest && registeredAt !== null,
  );
  if (!group?.isRegistered || !mayGo || mayGo.length === 0) redirect(`/${locale}/register/group`);
  const [t, common, problems] = await Promise.all([
    getTranslations({ locale, namespace: 'group' }),
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'problem' }),
  ]);
  const wrong = session.outcomeFor('group/split')?.problem?.fields?.find(({ field }) => field === 'people');
  return (
    <PersonalPage
      locale={locale}
      path="group/split"
      session={session}
      labels={{ people: t('split.label') }}
      menu={<BackLink href={`/${locale}/register/group`} text={common('back')} />}
    >
      <Heading title={t('split.title')} lead={t('split.lead')} />
      <PageForm locale={locale} page="group/split" action="/api/group/split">
        <Choices
          id="people"
          label={t('split.label')}
          problem={wrong && fieldText(problems, wrong)}
          options={mayGo.map(({ id, name }) => ({ name: `person-${id}`, label: name, isChecked: false }))}
        />
        <p>{t('split.adult')}</p>
        <Button look="grave">{t('split.button')}</Button>
      </PageForm>
      <ButtonLink look="second" href={`/${locale}/register/group`}>
        {t('split.back')}
      </ButtonLink>
    </PersonalPage>
  );
}
