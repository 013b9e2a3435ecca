import { getTranslations } from 'next-intl/server';
import type { Translator } from '#app/_i18n/translator.ts';
import { getWords } from '#app/_i18n/words.ts';
import { Field } from '#app/_ui/field/field.tsx';
import { More } from '#app/_ui/more/more.tsx';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { type Option, Select } from '#app/_ui/select/select.tsx';
import { isCountry } from '#core/language/countries.ts';
import { citizenshipFields, languageFields, stayFields } from '#core/registration/check-lists.ts';
import type { FormDefinition } from './form-definition.ts';
import { questionForm } from './question-form.ts';

type FieldsProps = Parameters<FormDefinition['Fields']>[0];

/** Shown at once; the rest is a press away, and there at once where it was filled in. */
const shownAtOnce = 2;
const exampleYear = '2019';

export const languagesForm = questionForm({
  step: 'languages',
  labels: (t: Translator<'question'>) =>
    numberedLabels(languageFields, (number) => t('number', { what: t('languages.label'), number })),
  async Fields(props) {
    const t = await getTranslations({ locale: props.locale, namespace: 'question' });
    const common = await getTranslations({ locale: props.locale, namespace: 'common' });
    const options = (await getWords(props.locale)).languages().map(({ value, name }) => ({ value, label: name }));
    const select = (name: string, index: number) => (
      <NumberedSelect
        {...props}
        key={name}
        name={name}
        label={t('number', { what: t('languages.label'), number: String(index + 1) })}
        empty={common('choose')}
        options={options}
      />
    );
    const further = languageFields.slice(shownAtOnce);
    return (
      <>
        {languageFields.slice(0, shownAtOnce).map(select)}
        <More summary={t('languages.more')} isOpen={isUsed(further, props)}>
          {further.map((name, index) => select(name, index + shownAtOnce))}
        </More>
      </>
    );
  },
});

export const citizenshipsForm = questionForm({
  step: 'citizenships',
  labels: (t: Translator<'question'>) =>
    numberedLabels(citizenshipFields, (number) => t('number', { what: t('citizenships.label'), number })),
  async Fields(props) {
    const t = await getTranslations({ locale: props.locale, namespace: 'question' });
    const common = await getTranslations({ locale: props.locale, namespace: 'common' });
    const options = await countryOptions(props);
    return citizenshipFields.map((name, index) => (
      <NumberedSelect
        {...props}
        key={name}
        name={name}
        label={t('number', { what: t('citizenships.label'), number: String(index + 1) })}
        empty={common('choose')}
        options={options}
      />
    ));
  },
});

export const travelForm = questionForm({
  step: 'travel',
  labels: (t: Translator<'question'>) => ({
    ...numberedLabels(
      stayFields.map(([country]) => country),
      (number) => t('number', { what: t('travel.country'), number }),
    ),
    ...numberedLabels(
      stayFields.map(([, year]) => year),
      (number) => t('number', { what: t('travel.year'), number }),
    ),
  }),
  async Fields(props) {
    const { entered, problemOf } = props;
    const t = await getTranslations({ locale: props.locale, namespace: 'question' });
    const common = await getTranslations({ locale: props.locale, namespace: 'common' });
    const options = await countryOptions(props);
    const row = ([country, year]: readonly [string, string], index: number) => {
      const number = String(index + 1);
      return (
        <Stack key={country} isClose>
          <NumberedSelect
            {...props}
            name={country}
            label={t('number', { what: t('travel.country'), number })}
            empty={common('choose')}
            options={options}
          />
          <Field
            name={year}
            label={t('number', { what: t('travel.year'), number })}
            hint={t('travel.yearHint', { example: exampleYear })}
            problem={problemOf(year)}
            value={entered[year]}
            inputMode="numeric"
            maxLength={4}
            autoComplete="off"
          />
        </Stack>
      );
    };
    const further = stayFields.slice(shownAtOnce);
    return (
      <>
        {stayFields.slice(0, shownAtOnce).map(row)}
        <More summary={t('travel.more')} isOpen={isUsed(further.flat(), props)}>
          {further.map((fields, index) => row(fields, index + shownAtOnce))}
        </More>
      </>
    );
  },
});

function NumberedSelect({
  name,
  label,
  empty,
  options,
  entered,
  problemOf,
}: FieldsProps & {
  readonly name: string;
  readonly label: string;
  readonly empty: string;
  readonly options: readonly Option[];
}) {
  return (
    <Select
      name={name}
      label={label}
      problem={problemOf(name)}
      empty={empty}
      options={options}
      value={entered[name]}
      autoComplete="off"
    />
  );
}

async function countryOptions({ locale }: FieldsProps): Promise<readonly Option[]> {
  const countries = (await getWords(locale)).countries();
  return countries.filter(({ value }) => isCountry(value)).map(({ value, name }) => ({ value, label: name }));
}

function isUsed(names: readonly string[], { entered, problemOf }: FieldsProps): boolean {
  return names.some((name) => entered[name] !== undefined || problemOf(name) !== undefined);
}

function numberedLabels(names: readonly string[], label: (number: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name, index) => [name, label(String(index + 1))]));
}
