import { redirect } from 'next/navigation';
import type { Locale } from '#core/language/locales.ts';
import type { Who } from '#core/registration/step-rule.ts';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { applicant, isAt } from '../_way/person.ts';
import { personalTitle } from '../_way/personal-title.ts';
import { type Attempt, blank, type FormDefinition, type PersonForm } from './form-definition.ts';
import { FormScreen } from './form-screen.tsx';

/** A form that is about one person's offer or request: made anew for her. */
export function personPage(form: PersonForm) {
  const generateMetadata = async (props: LocaleParams) => formTitle(await pageLocale(props), form);
  const Page = async (props: LocaleParams) => {
    const locale = await pageLocale(props);
    return <FormScreen locale={locale} form={form} attempt={await personAttempt(locale, form)} />;
  };
  return { generateMetadata, Page };
}

export async function formTitle(locale: Locale, form: FormDefinition, who: Who = 'head') {
  return personalTitle(locale, form.path, (await form.words(locale, who)).title);
}

export function isPersonForm(form: FormDefinition): form is PersonForm {
  return form.from !== undefined;
}

/** A problem is shown also where the step fits no longer: "too late" has to be told on the page where it happened. */
export async function personAttempt(locale: Locale, form: PersonForm): Promise<Attempt> {
  const { session, standing } = await applicant(locale);
  const { entered = {}, problem = null, requestId } = session.outcomeFor(form.path) ?? {};
  const isOver = !isAt(standing, form.from) || form.fits?.(standing) === false;
  if (isOver && !problem) redirect(`/${locale}/status`);
  return { ...blank, entered, problem, requestId, standing, isOver };
}
