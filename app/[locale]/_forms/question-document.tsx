import { getTranslations } from 'next-intl/server';
import type { Translator } from '#app/_i18n/translator.ts';
import { getWords } from '#app/_i18n/words.ts';
import { Choice } from '#app/_ui/choice/choice.tsx';
import { DateField } from '#app/_ui/date-field/date-field.tsx';
import { Field } from '#app/_ui/field/field.tsx';
import { FileField } from '#app/_ui/file-field/file-field.tsx';
import { More } from '#app/_ui/more/more.tsx';
import { Select } from '#app/_ui/select/select.tsx';
import { isCountry } from '#core/language/countries.ts';
import { documentKinds } from '#core/registration/details.ts';
import { mrzFields } from '#core/registration/mrz-lines.ts';
import type { FormDefinition } from './form-definition.ts';
import { questionForm } from './question-form.ts';
import { WhatWasRead } from './what-was-read.tsx';

type FieldsProps = Parameters<FormDefinition['Fields']>[0];

export const documentForm = questionForm({
  step: 'document',
  isMultipart: true,
  labels: (t: Translator<'question'>, register: Translator<'register'>) => ({
    documentKind: t('document.label'),
    documentNumber: t('document.number'),
    documentCountry: t('document.country'),
    expiryDay: register('birth.day'),
    expiryMonth: register('birth.month'),
    expiryYear: register('birth.year'),
    photo: t('document.picture.label'),
    ...Object.fromEntries(
      mrzFields.map((field, index) => [
        field,
        t('number', { what: t('document.lines.label'), number: String(index + 1) }),
      ]),
    ),
  }),
  Fields(props) {
    return (
      <>
        <WhatWasRead locale={props.locale} answers={props.answers} person={props.about?.person ?? null} />
        <Typed {...props} />
        <Picture {...props} />
        <Lines {...props} />
      </>
    );
  },
});

async function Typed({ locale, entered, problemOf }: FieldsProps) {
  const t = await getTranslations({ locale, namespace: 'question' });
  const common = await getTranslations({ locale, namespace: 'common' });
  const register = await getTranslations({ locale, namespace: 'register' });
  const words = await getWords(locale);
  const part = (name: string) => ({ value: entered[name], problem: problemOf(name) });
  return (
    <>
      <Choice
        name="documentKind"
        label={t('document.label')}
        problem={problemOf('documentKind')}
        options={documentKinds.map((kind) => ({ value: kind, label: t(`document.kind.${kind}`) }))}
        value={entered['documentKind']}
      />
      <Field
        name="documentNumber"
        label={t('document.number')}
        hint={t('document.numberHint')}
        problem={problemOf('documentNumber')}
        value={entered['documentNumber']}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        dir="ltr"
      />
      <Select
        name="documentCountry"
        label={t('document.country')}
        problem={problemOf('documentCountry')}
        empty={common('choose')}
        options={words
          .countries()
          .filter(({ value }) => isCountry(value))
          .map(({ value, name }) => ({ value, label: name }))}
        value={entered['documentCountry']}
        autoComplete="off"
      />
      <DateField
        name="expiry"
        isBirthday={false}
        label={t('document.expiry')}
        hint={t('document.expiryHint')}
        parts={{
          day: { label: register('birth.day'), ...part('expiryDay') },
          month: { label: register('birth.month'), ...part('expiryMonth') },
          year: { label: register('birth.year'), ...part('expiryYear') },
        }}
        months={words.months().map(({ value, name }) => ({ value, label: name }))}
        emptyMonth={common('choose')}
      />
    </>
  );
}

async function Picture({ locale, problemOf }: FieldsProps) {
  const t = await getTranslations({ locale, namespace: 'question' });
  const common = await getTranslations({ locale, namespace: 'common' });
  return (
    <More summary={t('document.picture.more')} isOpen={problemOf('photo') !== undefined}>
      <p>{t('document.picture.what')}</p>
      <FileField
        name="photo"
        label={t('document.picture.label')}
        problem={problemOf('photo')}
        button={common('photo.choose')}
        chosen={common('photo.chosen')}
        preview={common('photo.preview')}
        isOptional
      />
    </More>
  );
}

async function Lines({ locale, entered, problemOf }: FieldsProps) {
  const t = await getTranslations({ locale, namespace: 'question' });
  const isUsed = mrzFields.some((field) => entered[field] !== undefined || problemOf(field) !== undefined);
  return (
    <More summary={t('document.lines.more')} isOpen={isUsed}>
      <p>{t('document.lines.what')}</p>
      {mrzFields.map((field, index) => (
        <Field
          key={field}
          name={field}
          label={t('number', { what: t('document.lines.label'), number: String(index + 1) })}
          problem={problemOf(field)}
          value={entered[field]}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          dir="ltr"
        />
      ))}
    </More>
  );
}
