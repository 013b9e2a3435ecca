import { getTranslations } from 'next-intl/server';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm, pageFormId } from '#app/_ui/form/form.tsx';
import { BackLink, Heading } from '#app/_ui/heading/heading.tsx';
import { ScriptedOnly } from '#app/_ui/panel/panel.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import type { Locale } from '#core/language/locales.ts';
import { ProblemSummary } from '../_problem/problem-summary.tsx';
import { fieldText } from '../_problem/problem-text.ts';
import { ClockNotice } from '../_way/clock-notice.tsx';
import { screenSteps } from '../_way/screen-policy.ts';
import type { Attempt, FormDefinition } from './form-definition.ts';

type Props = { readonly locale: Locale; readonly form: FormDefinition; readonly attempt: Attempt };

/** A page with one form, the same whether it was prerendered or is shown again with what was entered. */
export async function FormScreen({ locale, form, attempt }: Props) {
  const [t, tProblem, words] = await Promise.all([
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'problem' }),
    form.words(locale),
  ]);
  const { problem, entered, standing, requestId, isOver } = attempt;
  const problemOf = (name: string) => {
    const found = problem?.fields?.find(({ field }) => field === name);
    return found && fieldText(tProblem, found);
  };
  const { Fields, After, step } = form;
  const button = <Button look={form.isGrave ? 'grave' : 'first'}>{words.button}</Button>;
  return (
    <Shell locale={locale} page={form.path} isForm={!isOver} isSignedIn={standing !== null}>
      {standing ? <ClockNotice locale={locale} /> : null}
      {form.back === null ? null : <BackLink href={`/${locale}${form.back && `/${form.back}`}`} text={t('back')} />}
      {problem ? (
        <ProblemSummary locale={locale} problem={problem} labels={words.labels} requestId={requestId} />
      ) : null}
      <Heading title={words.title} lead={isOver ? undefined : words.lead} step={step && t('step', stepNumbers(step))} />
      {isOver ? null : (
        <PageForm
          id={pageFormId}
          action={form.action}
          page={form.path}
          locale={locale}
          isMultipart={form.isMultipart ?? false}
        >
          <Fields locale={locale} entered={entered} standing={standing} problemOf={problemOf} />
          {form.needsScript ? <ScriptedOnly>{button}</ScriptedOnly> : button}
        </PageForm>
      )}
      {After && !isOver ? <After locale={locale} standing={standing} /> : null}
    </Shell>
  );
}

function stepNumbers(step: NonNullable<FormDefinition['step']>) {
  return { step: String(screenSteps.indexOf(step) + 1), total: String(screenSteps.length) };
}
