import { notFound } from 'next/navigation';
import { services } from '#server/services.ts';
import { pageSession } from '#server/session-for-pages.ts';
import type { Attempt, FormDefinition } from '../../_forms/form-definition.ts';
import { FormScreen } from '../../_forms/form-screen.tsx';
import { forms, isFormPath } from '../../_forms/forms.ts';
import { formTitle, isPersonForm, personAttempt } from '../../_forms/person-page.tsx';
import { savedAnswers } from '../../_forms/saved-answers.ts';
import { type LocaleParams, pageLocale, queryOf, type SearchParams } from '../../_way/page-locale.ts';

export const dynamic = 'force-dynamic';

type Props = LocaleParams & SearchParams & { readonly params: Promise<{ readonly page: readonly string[] }> };

export async function generateMetadata(props: Props) {
  return formTitle(await pageLocale(props), await formOf(props));
}

/**
 * The twin of every form's prerendered page: the gateway shows it under the form's own address when an outcome waits
 * in the session, or when she comes back to change an answer.
 */
export default async function LiveForm(props: Props) {
  const [locale, form] = await Promise.all([pageLocale(props), formOf(props)]);
  const isChange = (await queryOf(props, 'change')) !== undefined;
  const attempt = isPersonForm(form) ? await personAttempt(locale, form) : await attemptAt(form, isChange);
  return <FormScreen locale={locale} form={form} attempt={attempt} />;
}

async function formOf({ params }: Props): Promise<FormDefinition> {
  const path = (await params).page.join('/');
  return isFormPath(path) ? forms[path] : notFound();
}

/** What was entered goes before what was saved: it is newer. */
async function attemptAt(form: FormDefinition, isChange: boolean): Promise<Attempt> {
  const session = await pageSession();
  const { accountId, role } = session;
  const outcome = session.outcomeFor(form.path);
  const standing = accountId !== null && role === 'applicant' ? await services().standing(accountId) : null;
  const answers = isChange && accountId !== null && standing ? await services().answers(accountId) : {};
  return {
    entered: outcome?.entered ?? (standing ? savedAnswers(form.path, answers, standing) : {}),
    problem: outcome?.problem ?? null,
    requestId: outcome?.requestId,
    standing,
    isOver: false,
  };
}
