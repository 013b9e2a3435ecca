import { notFound, redirect } from 'next/navigation';
import { readPersonId } from '#core/ids.ts';
import type { Locale } from '#core/language/locales.ts';
import { isFor } from '#core/registration/steps.ts';
import { services } from '#server/services.ts';
import { pageSession } from '#server/session-for-pages.ts';
import type { Attempt, FormDefinition } from '../../_forms/form-definition.ts';
import { FormScreen } from '../../_forms/form-screen.tsx';
import { forms, isFormPath } from '../../_forms/forms.ts';
import { formTitle, isOpen, isPersonForm, personAttempt } from '../../_forms/person-page.tsx';
import { savedAnswers } from '../../_forms/saved-answers.ts';
import { handedBackAt, outcomeAbout } from '../../_way/outcome-about.ts';
import { type LocaleParams, pageLocale, queryOf, type SearchParams } from '../../_way/page-locale.ts';
import { screenQuestions } from '../../_way/screen-policy.ts';

export const dynamic = 'force-dynamic';

type Props = LocaleParams & SearchParams & { readonly params: Promise<{ readonly page: readonly string[] }> };

export async function generateMetadata(props: Props) {
  return formTitle(await pageLocale(props), await formOf(props), await queryOf(props, 'person'));
}

/**
 * The twin of every form's prerendered page: the gateway shows it under the form's own address when an outcome waits
 * in the session, when she comes back to change an answer, or when it asks about somebody of her group.
 */
export default async function LiveForm(props: Props) {
  const [locale, form] = await Promise.all([pageLocale(props), formOf(props)]);
  const [change, person] = await Promise.all([queryOf(props, 'change'), queryOf(props, 'person')]);
  const attempt = isPersonForm(form)
    ? await personAttempt(locale, form)
    : await attemptAt(locale, form, { isChange: change !== undefined, person });
  return <FormScreen locale={locale} form={form} attempt={attempt} />;
}

async function formOf({ params }: Props): Promise<FormDefinition> {
  const path = (await params).page.join('/');
  return isFormPath(path) ? forms[path] : notFound();
}

/** What was entered goes before what was saved: it is newer. */
async function attemptAt(
  locale: Locale,
  form: FormDefinition,
  { isChange, person }: { readonly isChange: boolean; readonly person: string | undefined },
): Promise<Attempt> {
  const session = await pageSession();
  const { accountId, role } = session;
  const outcome = outcomeAbout(session.outcomeFor(form.path), person);
  const problem = outcome?.problem ?? null;
  const standing = accountId !== null && role === 'applicant' ? await services().standing(accountId) : null;
  // A question that is asked about the others only: whom it is about, her group's page knows.
  if (person === undefined && form.step && !isFor(form.step, 'head', screenQuestions()))
    redirect(`/${locale}/register/group`);
  const about = person === undefined ? null : readPersonId(person);
  // Nobody of her group. Not the page of what is missing: without a script that one stays empty.
  if (person !== undefined && !about) redirect(`/${locale}/register/group`);
  const needsAnswers = isChange || about !== null || form.step === 'photo';
  const answers = standing && accountId !== null && needsAnswers ? await services().answers(accountId, about) : {};
  // Signed out meanwhile: the form says so when it is sent, and what she types now is not lost.
  if (!answers) redirect(`/${locale}/register/group`);
  return {
    entered: outcome?.entered ?? (standing ? savedAnswers(form.path, answers, standing) : {}),
    problem,
    requestId: outcome?.requestId,
    handedBackAt: handedBackAt(outcome),
    about: about && { person: about, name: [answers.givenNames, answers.familyNames].filter(Boolean).join(' ') },
    answers,
    standing,
    isChange,
    isOver: standing !== null && !isOpen(form, standing, problem),
  };
}
