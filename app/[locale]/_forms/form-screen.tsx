import { getTranslations } from 'next-intl/server';
import type { Translator } from '#app/_i18n/translator.ts';
import { FormDraft } from '#app/_pwa/drafts/form-draft.tsx';
import { Button } from '#app/_ui/button/button.tsx';
import { PageForm, pageFormId } from '#app/_ui/form/form.tsx';
import { BackLink, Heading } from '#app/_ui/heading/heading.tsx';
import { ScriptedOnly } from '#app/_ui/panel/panel.tsx';
import { Shell } from '#app/_ui/shell/shell.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { Answers } from '#core/registration/answers.ts';
import { skipField } from '#core/registration/question-rule.ts';
import type { Who } from '#core/registration/step-rule.ts';
import { ProblemSummary } from '../_problem/problem-summary.tsx';
import { fieldText } from '../_problem/problem-text.ts';
import { ClockNotice } from '../_way/clock-notice.tsx';
import { screenSteps } from '../_way/screen-policy.ts';
import { ClosedQuestion } from './closed-question.tsx';
import type { Attempt, FormDefinition } from './form-definition.ts';
import { hasDraft } from './without-draft.ts';

type Props = { readonly locale: Locale; readonly form: FormDefinition; readonly attempt: Attempt };

/** A page with one form, the same whether it was prerendered or is shown again with what was entered. */
export async function FormScreen({ locale, form, attempt }: Props) {
  const { problem, entered, standing, requestId, handedBackAt, about, answers } = attempt;
  if (attempt.isOver && problem)
    return <ClosedQuestion locale={locale} path={form.path} problem={problem} requestId={requestId} />;
  const who = about ? 'member' : 'head';
  const [t, tProblem, words] = await Promise.all([
    getTranslations({ locale, namespace: 'common' }),
    getTranslations({ locale, namespace: 'problem' }),
    form.words(locale, who, answers),
  ]);
  const page = about ? `${form.path}?person=${about.person}` : form.path;
  // The registration is over: no step of it, and nothing before it.
  const isAgain = form.step === 'terms' && standing !== null && standing.step !== 'registering';
  const back = form.step ? (isAgain ? 'status' : backOf(form.step, attempt)) : (form.back ?? null);
  const problemOf = (name: string) => {
    const found = problem?.fields?.find(({ field }) => field === name);
    return found && fieldText(tProblem, found, words.leave?.text);
  };
  const { Fields, After, step } = form;
  const instead = await form.Instead?.({ locale, about, standing });
  const button = <Button look={form.isGrave ? 'grave' : (words.look ?? 'first')}>{words.button}</Button>;
  const leave = words.leave ? (
    <Button look="second" name={skipField} value="yes">
      {words.leave.text}
    </Button>
  ) : null;
  const isAnswer = words.leave?.isAnswer ?? false;
  return (
    <Shell locale={locale} page={page} isForm={!instead} isSignedIn={standing !== null}>
      {standing ? <ClockNotice locale={locale} /> : null}
      {back === null ? null : <BackLink href={`/${locale}${back && `/${back}`}`} text={t('back')} />}
      {problem ? (
        <ProblemSummary
          locale={locale}
          page={form.path}
          problem={problem}
          labels={words.labels}
          button={words.leave?.text}
          requestId={requestId}
        />
      ) : null}
      <Heading
        title={words.title}
        lead={words.lead}
        step={step && !isAgain ? stepText(t, stepsOf(who, answers), step) : undefined}
      />
      {about?.name ? <AboutPerson locale={locale} name={about.name} /> : null}
      {instead ?? (
        <PageForm
          id={pageFormId}
          action={form.action}
          page={page}
          locale={locale}
          isMultipart={form.isMultipart ?? false}
          hidden={about ? { person: about.person } : {}}
        >
          <Fields
            locale={locale}
            who={who}
            about={about}
            answers={answers}
            entered={entered}
            standing={standing}
            problemOf={problemOf}
          />
          {hasDraft(form.path) ? (
            <FormDraft locale={locale} page={page} handedBackAt={handedBackAt} isRefused={problem !== null} />
          ) : null}
          {isAnswer ? leave : null}
          {form.needsScript ? <ScriptedOnly>{button}</ScriptedOnly> : button}
          {isAnswer ? null : leave}
        </PageForm>
      )}
      {After ? <After locale={locale} standing={standing} /> : null}
    </Shell>
  );
}

type Step = NonNullable<FormDefinition['step']>;

/** An adult isn't asked who answers for her. */
function stepsOf(who: Who, answers: Partial<Answers>) {
  return screenSteps(who).filter((one) => one !== 'guardian' || answers.guardian !== '');
}

/** What nobody asks of her, but she may tell, is no step of the way. */
function stepText(t: Translator<'common'>, steps: readonly Step[], step: Step): string | undefined {
  const index = steps.indexOf(step);
  return index < 0 ? undefined : t('step', { step: String(index + 1), total: String(steps.length) });
}

/**
 * Who came to change an answer goes back to where all answers stand, a guest of another's group always. Otherwise the
 * question before, about the same person. Before a member's first one is everybody of the group, before the head's her
 * status; the terms come after everybody was told of.
 */
function backOf(step: Step, { about, answers, standing, isChange }: Attempt): string {
  if (standing?.step === 'joined') return 'my-data';
  if (isChange && about) return `register/person?person=${about.person}`;
  if (isChange) return standing?.step === 'registering' ? 'register/check' : 'register/group';
  if (step === 'terms') return 'register/group';
  const steps = stepsOf(about ? 'member' : 'head', answers);
  const before = steps[steps.indexOf(step) - 1];
  if (about && !steps.includes(step)) return `register/person?person=${about.person}`;
  if (!before) return about ? 'register/group' : 'status';
  return about ? `register/${before}?person=${about.person}` : `register/${before}`;
}

/** So that nobody answers for the wrong one of five. */
async function AboutPerson({ locale, name }: { readonly locale: Locale; readonly name: string }) {
  const t = await getTranslations({ locale, namespace: 'group' });
  return (
    <p>
      {t.rich('about', {
        name,
        strong: (text) => (
          <bdi>
            <strong>{text}</strong>
          </bdi>
        ),
      })}
    </p>
  );
}
