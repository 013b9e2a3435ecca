import { isCountry } from '#core/language/countries.ts';
import { isSpokenLanguage } from '#core/language/spoken.ts';
import type { FieldProblem } from '#core/problem/kinds.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { oldestAge } from './check-birth.ts';
import type { Stay } from './details.ts';
import { areBlank, checkChoice, checkNumber, type Fields } from './field.ts';
import type { CheckContext, CheckedAnswers } from './step-rule.ts';

export const citizenshipFields = numbered('otherCitizenship', 2);
export const languageFields = numbered('otherLanguage', 5);
export const stayFields = numbered('stayCountry', 10).map(
  (country, index) => [country, `stayYear${index + 1}`] as const,
);

/** Further citizenships. Kinds at each field: `wrong-type`, `not-in-list`, `named-twice` (also the first one's). */
export function checkCitizenships(fields: Fields, { before }: CheckContext): CheckedAnswers {
  const { values, problems } = checkChoices(fields, citizenshipFields, {
    isChoice: isCountry,
    taken: before.citizenship ? [before.citizenship] : [],
  });
  return { answers: { otherCitizenships: values }, problems };
}

/** Further languages. Kinds at each field: `wrong-type`, `not-in-list`, `named-twice` (also the primary one). */
export function checkLanguages(fields: Fields, { before }: CheckContext): CheckedAnswers {
  const { values, problems } = checkChoices(fields, languageFields, {
    isChoice: isSpokenLanguage,
    taken: before.primaryLanguage ? [before.primaryLanguage] : [],
  });
  return { answers: { languages: values }, problems };
}

/** Choices of several drop-downs, empty ones left out. */
function checkChoices(
  fields: Fields,
  names: readonly string[],
  { isChoice, taken }: { readonly isChoice: (text: string) => boolean; readonly taken: readonly string[] },
) {
  const values: string[] = [];
  const problems: FieldProblem[] = [];
  for (const field of names.filter((name) => !areBlank(fields, [name]))) {
    const checked = checkChoice(fields, field, isChoice);
    if (!checked.ok) problems.push({ field, ...checked.error });
    else if (taken.includes(checked.value) || values.includes(checked.value)) {
      problems.push({ field, kind: 'named-twice' });
    } else values.push(checked.value);
  }
  return { values, problems };
}

/**
 * Countries where she was, each with its year. A row that is begun has to be whole. Kinds at each field: `wrong-type`,
 * `missing`, `not-in-list`, `not-a-number`, `too-long`, `too-small`, `too-large` (a year to come).
 */
export function checkTravel(fields: Fields, { today }: { readonly today: LocalDay }): CheckedAnswers {
  const thisYear = Number(today.slice(0, 4));
  const travel: Stay[] = [];
  const problems: FieldProblem[] = [];
  for (const [countryField, yearField] of stayFields.filter((row) => !areBlank(fields, row))) {
    const country = checkChoice(fields, countryField, isCountry);
    const year = checkNumber(fields, yearField, { least: thisYear - oldestAge, most: thisYear });
    if (!country.ok) problems.push({ field: countryField, ...country.error });
    if (!year.ok) problems.push({ field: yearField, ...year.error });
    if (country.ok && year.ok) travel.push({ country: country.value, year: year.value });
  }
  return { answers: { travel }, problems };
}

function numbered(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}${index + 1}`);
}
