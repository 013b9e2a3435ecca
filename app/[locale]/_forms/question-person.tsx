import { getTranslations } from 'next-intl/server';
import type { Translator } from '#app/_i18n/translator.ts';
import { Choice, Choices } from '#app/_ui/choice/choice.tsx';
import { Field } from '#app/_ui/field/field.tsx';
import { More } from '#app/_ui/more/more.tsx';
import { longestNeeds } from '#core/registration/check-needs.ts';
import { employmentKinds, eyeColors, maritalStatuses, needKinds } from '#core/registration/details.ts';
import { screenQuestions } from '../_way/screen-policy.ts';
import { questionForm } from './question-form.ts';

const exampleHeight = '165';

export const needsForm = questionForm({
  step: 'needs',
  labels: (t: Translator<'question'>) => ({
    wheelchair: t('needs.label'),
    interpreter: t('needs.kind.interpreter'),
    separatedRelative: t('needs.kind.separatedRelative'),
    needsText: t('needs.text'),
  }),
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'question' });
    return (
      <>
        <Choices
          label={t('needs.label')}
          problem={needKinds.map(problemOf).find((problem) => problem !== undefined)}
          options={needKinds.map((kind) => ({
            name: kind,
            label: t(`needs.kind.${kind}`),
            isChecked: entered[kind] !== undefined,
          }))}
        />
        <Field
          name="needsText"
          label={t('needs.text')}
          hint={t('needs.textHint', { limit: String(longestNeeds) })}
          problem={problemOf('needsText')}
          value={entered['needsText']}
          autoComplete="off"
          dir="auto"
        />
      </>
    );
  },
});

export const employmentForm = questionForm({
  step: 'employment',
  labels: (t: Translator<'question'>) => ({ employment: t('employment.label') }),
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'question' });
    return (
      <Choice
        name="employment"
        label={t('employment.label')}
        problem={problemOf('employment')}
        options={employmentKinds.map((kind) => ({ value: kind, label: t(`employment.kind.${kind}`) }))}
        value={entered['employment']}
      />
    );
  },
});

export const maritalForm = questionForm({
  step: 'marital',
  labels: (t: Translator<'question'>) => ({ maritalStatus: t('marital.label') }),
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'question' });
    return (
      <Choice
        name="maritalStatus"
        label={t('marital.label')}
        problem={problemOf('maritalStatus')}
        options={maritalStatuses.map((status) => ({ value: status, label: t(`marital.kind.${status}`) }))}
        value={entered['maritalStatus']}
      />
    );
  },
});

export const looksForm = questionForm({
  step: 'looks',
  labels: (t: Translator<'question'>) => ({
    heightCm: t('looks.height'),
    heightFeet: t('looks.feet'),
    heightInches: t('looks.inches'),
    weightKg: t('looks.weight'),
    weightPounds: t('looks.pounds'),
    eyeColor: t('looks.eyeColor'),
  }),
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'question' });
    const questions = screenQuestions();
    const number = (name: string) =>
      ({
        name,
        problem: problemOf(name),
        value: entered[name],
        inputMode: 'decimal',
        maxLength: 5,
        autoComplete: 'off',
      }) as const;
    const isUsed = (...names: readonly string[]) =>
      names.some((name) => entered[name] !== undefined || problemOf(name) !== undefined);
    return (
      <>
        {questions.height === 'not-asked' ? null : (
          <>
            <Field
              {...number('heightCm')}
              label={t('looks.height')}
              hint={t('looks.heightHint', { example: exampleHeight })}
            />
            <More summary={t('looks.heightMore')} isOpen={isUsed('heightFeet', 'heightInches')}>
              <Field {...number('heightFeet')} label={t('looks.feet')} />
              <Field {...number('heightInches')} label={t('looks.inches')} />
            </More>
          </>
        )}
        {questions.weight === 'not-asked' ? null : (
          <>
            <Field {...number('weightKg')} label={t('looks.weight')} />
            <More summary={t('looks.weightMore')} isOpen={isUsed('weightPounds')}>
              <Field {...number('weightPounds')} label={t('looks.pounds')} />
            </More>
          </>
        )}
        {questions.eyeColor === 'not-asked' ? null : (
          <Choice
            name="eyeColor"
            label={t('looks.eyeColor')}
            problem={problemOf('eyeColor')}
            options={eyeColors.map((color) => ({ value: color, label: t(`looks.color.${color}`) }))}
            value={entered['eyeColor']}
          />
        )}
      </>
    );
  },
});
