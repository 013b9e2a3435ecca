import { getTranslations } from 'next-intl/server';
import type { Translator } from '#app/_i18n/translator.ts';
import { getWords } from '#app/_i18n/words.ts';
import { Field } from '#app/_ui/field/field.tsx';
import { Select } from '#app/_ui/select/select.tsx';
import { isCountry } from '#core/language/countries.ts';
import { questionForm } from './question-form.ts';

const exampleZip = '78040';

export const emailForm = questionForm({
  step: 'email',
  labels: (t: Translator<'question'>) => ({ email: t('email.label') }),
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'question' });
    return (
      <Field
        name="email"
        type="email"
        inputMode="email"
        dir="ltr"
        label={t('email.label')}
        problem={problemOf('email')}
        value={entered['email']}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
      />
    );
  },
});

export const usAddressForm = questionForm({
  step: 'us-address',
  labels: (t: Translator<'question'>) => ({
    usLine1: t('us-address.line1'),
    usLine2: t('us-address.line2'),
    usCity: t('us-address.city'),
    usState: t('us-address.state'),
    usZip: t('us-address.zip'),
  }),
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'question' });
    const common = await getTranslations({ locale, namespace: 'common' });
    const states = (await getWords(locale)).usStates().map(({ value, name }) => ({ value, label: name }));
    // As an envelope has it: in a page that reads from right to left, "600 Main St" would turn round while it is typed.
    const line = (name: string) =>
      ({ name, problem: problemOf(name), value: entered[name], spellCheck: false, dir: 'ltr' }) as const;
    return (
      <>
        <Field {...line('usLine1')} label={t('us-address.line1')} autoComplete="address-line1" />
        <Field
          {...line('usLine2')}
          label={t('us-address.line2')}
          hint={common('optional')}
          autoComplete="address-line2"
        />
        <Field {...line('usCity')} label={t('us-address.city')} autoComplete="address-level2" />
        <Select
          name="usState"
          label={t('us-address.state')}
          problem={problemOf('usState')}
          empty={common('choose')}
          options={states}
          value={entered['usState']}
          autoComplete="address-level1"
        />
        <Field
          {...line('usZip')}
          label={t('us-address.zip')}
          hint={t('us-address.zipHint', { example: exampleZip })}
          inputMode="numeric"
          autoComplete="postal-code"
        />
      </>
    );
  },
});

export const foreignAddressForm = questionForm({
  step: 'foreign-address',
  labels: (t: Translator<'question'>) => ({
    foreignLine1: t('foreign-address.line1'),
    foreignLine2: t('foreign-address.line2'),
    foreignCity: t('foreign-address.city'),
    foreignRegion: t('foreign-address.region'),
    foreignCountry: t('foreign-address.country'),
  }),
  async Fields({ locale, entered, problemOf }) {
    const t = await getTranslations({ locale, namespace: 'question' });
    const common = await getTranslations({ locale, namespace: 'common' });
    const countries = (await getWords(locale)).countries().filter(({ value }) => isCountry(value));
    const line = (name: string) =>
      ({ name, problem: problemOf(name), value: entered[name], spellCheck: false, dir: 'auto' }) as const;
    const optional = common('optional');
    return (
      <>
        <Field {...line('foreignLine1')} label={t('foreign-address.line1')} autoComplete="address-line1" />
        <Field
          {...line('foreignLine2')}
          label={t('foreign-address.line2')}
          hint={optional}
          autoComplete="address-line2"
        />
        <Field {...line('foreignCity')} label={t('foreign-address.city')} autoComplete="address-level2" />
        <Field
          {...line('foreignRegion')}
          label={t('foreign-address.region')}
          hint={optional}
          autoComplete="address-level1"
        />
        <Select
          name="foreignCountry"
          label={t('foreign-address.country')}
          problem={problemOf('foreignCountry')}
          empty={common('choose')}
          options={countries.map(({ value, name }) => ({ value, label: name }))}
          value={entered['foreignCountry']}
          autoComplete="country"
        />
      </>
    );
  },
});
