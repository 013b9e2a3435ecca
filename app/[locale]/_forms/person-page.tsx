import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { Locale } from '#core/language/locales.ts';
import type { Problem } from '#core/problem/kinds.ts';
import type { Who } from '#core/registration/step-rule.ts';
import { type Standing, services } from '#server/services.ts';
import { pageSession } from '#server/session-for-pages.ts';
import { handedBackAt } from '../_way/outcome-about.ts';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { applicant, isAt } from '../_way/person.ts';
import { titleAbout } from '../_way/personal-title.ts';
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

/** Of a question that is closed, what closed it. `person` is whom of her group it is about. */
export async function formTitle(locale: Locale, form: FormDefinition, person?: string) {
  const who: Who = person === undefined ? 'head' : 'member';
  const [t, { title }, closing] = await Promise.all([
    getTranslations({ locale, namespace: 'problem' }),
    form.words(locale, who, {}),
    closedBy(form),
  ]);
  return titleAbout(person, { locale, path: form.path, title: closing ? t(`${closing.kind}.title`) : title });
}

export function isPersonForm(form: FormDefinition): form is PersonForm {
  return form.from !== undefined;
}

/** A problem is shown also where the step fits no longer: "too late" has to be told on the page where it happened. */
export async function personAttempt(locale: Locale, form: PersonForm): Promise<Attempt> {
  const { session, standing } = await applicant(locale);
  const outcome = session.outcomeFor(form.path);
  const { entered = {}, problem = null, requestId } = outcome ?? {};
  const isOver = !isOpen(form, standing, problem);
  if (isOver && !problem) redirect(`/${locale}/status`);
  return { ...blank, entered, problem, requestId, handedBackAt: handedBackAt(outcome), standing, isOver };
}

export function isOpen(form: FormDefinition, standing: Standing, problem: Problem | null): boolean {
  return (!form.from || isAt(standing, form.from)) && form.fits?.(standing, problem?.kind) !== false;
}

async function closedBy(form: FormDefinition): Promise<Problem | null> {
  const session = await pageSession();
  const problem = session.outcomeFor(form.path)?.problem ?? null;
  if (!problem || (!form.from && !form.fits)) return null;
  if (session.accountId === null || session.role !== 'applicant') return null;
  return isOpen(form, await services().standing(session.accountId), problem) ? null : problem;
}
