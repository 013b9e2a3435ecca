import { getTranslations } from 'next-intl/server';
import type { Translator } from '#app/_i18n/translator.ts';
import type { Locale } from '#core/language/locales.ts';
import { type FurtherStep, isOfMembers } from '#core/registration/answers.ts';
import { stepsWithNone } from '#core/registration/question-rule.ts';
import type { Who } from '#core/registration/step-rule.ts';
import { leaveOf } from '#core/registration/steps.ts';
import { screenQuestions } from '../_way/screen-policy.ts';
import type { FormDefinition } from './form-definition.ts';

type Question = Pick<FormDefinition, 'Fields' | 'isMultipart'> & {
  readonly step: FurtherStep;
  /** By field, for the error summary. */
  readonly labels: (t: Translator<'question'>, register: Translator<'register'>) => Readonly<Record<string, string>>;
};

/** One of the further questions: why it is asked stands above it, and where the policy allows it can be left out. */
export function questionForm({ step, labels, ...rest }: Question): FormDefinition {
  return {
    ...rest,
    path: `register/${step}`,
    action: `/api/registration/${step}`,
    step,
    async words(locale, who) {
      const t = await getTranslations({ locale, namespace: 'question' });
      const register = await getTranslations({ locale, namespace: 'register' });
      const common = await getTranslations({ locale, namespace: 'common' });
      const leave = await leaveWords(locale, step, who);
      return {
        title: who === 'member' && isOfMembers(step) ? t(`member.${step}.title`) : t(`${step}.title`),
        lead: t(`${step}.why`),
        button: common('continue'),
        labels: labels(t, register),
        ...(leave ? { leave } : {}),
      };
    },
  };
}

async function leaveWords(locale: Locale, step: FurtherStep, who: Who) {
  const t = await getTranslations({ locale, namespace: 'question' });
  const leave = leaveOf(step, screenQuestions(), who);
  if (leave === 'skip') return { text: t('skip'), isAnswer: false };
  if (leave === 'same') return { text: t('same'), isAnswer: false };
  if (leave === null || !isWithNone(step)) return null;
  const isOfMember = who === 'member' && (step === 'citizenships' || step === 'travel');
  return { text: isOfMember ? t(`member.${step}.none`) : t(`${step}.none`), isAnswer: true };
}

function isWithNone(step: FurtherStep): step is (typeof stepsWithNone)[number] {
  return (stepsWithNone as readonly FurtherStep[]).includes(step);
}
