import { getTranslations } from 'next-intl/server';
import { Button } from '#app/_ui/button/button.tsx';
import { Field } from '#app/_ui/field/field.tsx';
import { PageForm } from '#app/_ui/form/form.tsx';
import { BirthField, birthLabels } from '../../_forms/birth-field.tsx';
import { fieldText } from '../../_problem/problem-text.ts';
import { StaffPage } from '../../_staff/staff-page.tsx';
import { type LocaleParams, pageLocale } from '../../_way/page-locale.ts';
import { staffFor } from '../../_way/person.ts';
import { personalTitle } from '../../_way/personal-title.ts';

export const dynamic = 'force-dynamic';

export async function generateMetadata(props: LocaleParams) {
  const locale = await pageLocale(props);
  const t = await getTranslations({ locale, namespace: 'staff' });
  return personalTitle(locale, 'staff/lost-code', t('lostCode.title'));
}

/** The first of two looks up who stands before her. */
export default async function LostCode(props: LocaleParams) {
  const locale = await pageLocale(props);
  const { session } = await staffFor(locale, 'find-lost-code');
  const [t, problems, birth] = await Promise.all([
    getTranslations({ locale, namespace: 'staff' }),
    getTranslations({ locale, namespace: 'problem' }),
    birthLabels(locale, 'member'),
  ]);
  const outcome = session.outcomeFor('staff/lost-code');
  const problemOf = (name: string) => {
    const found = outcome?.problem?.fields?.find(({ field }) => field === name);
    return found && fieldText(problems, found);
  };
  const labels = { givenNames: t('lostCode.given'), familyNames: t('lostCode.family'), ...birth };
  return (
    <StaffPage locale={locale} path="staff/lost-code" session={session} title={t('lostCode.title')} labels={labels}>
      <p>{t('lostCode.what')}</p>
      <PageForm locale={locale} page="staff/lost-code" action="/api/staff/lost-code">
        {(['givenNames', 'familyNames'] as const).map((name) => (
          <Field
            key={name}
            name={name}
            label={labels[name]}
            value={outcome?.entered[name]}
            problem={problemOf(name)}
            autoComplete="off"
          />
        ))}
        <BirthField locale={locale} who="member" entered={outcome?.entered ?? {}} problemOf={problemOf} />
        <Button>{t('lostCode.button')}</Button>
      </PageForm>
    </StaffPage>
  );
}
