import { redirect } from 'next/navigation';
import type { Locale } from '#core/language/locales.ts';
import type { Standing } from '#server/services.ts';
import { type LocaleParams, pageLocale } from '../_way/page-locale.ts';
import { applicant, isAt } from '../_way/person.ts';
import { personalTitle } from '../_way/personal-title.ts';
import type { Attempt, FormDefinition } from './form-definition.ts';
import { FormScreen } from './form-screen.tsx';

/** A form that is about one person's offer or request: made anew for her, and reachable from these steps only. */
export function personPage(form: FormDefinition, steps: readonly Standing['step'][]) {
  const generateMetadata = async (props: LocaleParams) => formTitle(await pageLocale(props), form);
  const Page = async (props: LocaleParams) => {
    const locale = await pageLocale(props);
    return <FormScreen locale={locale} form={form} attempt={await personAttempt(locale, form, steps)} />;
  };
  return { generateMetadata, Page };
}

export async function formTitle(locale: Locale, form: FormDefinition) {
  return personalTitle(locale, form.path, (await form.words(locale)).title);
}

/** A problem is shown also where the step fits no longer: "too late" has to be told on the page where it happened. */
async function personAttempt(
  locale: Locale,
  form: FormDefinition,
  steps: readonly Standing['step'][],
): Promise<Attempt> {
  const { session, standing } = await applicant(locale);
  const outcome = session.outcomeFor(form.path);
  if (!outcome?.problem && !isAt(standing, steps)) redirect(`/${locale}/status`);
  return {
    entered: outcome?.entered ?? {},
    problem: outcome?.problem ?? null,
    requestId: outcome?.requestId,
    standing,
  };
}
