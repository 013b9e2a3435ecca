import { isCountry } from '#core/language/countries.ts';
import { countryOfThree } from '#core/language/country-of-three.ts';
import { toAsciiDigits } from '#core/language/digits.ts';
import type { FieldProblem } from '#core/problem/kinds.ts';
import { err, ok } from '#core/result.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { readDate, yearsBefore } from './check-date.ts';
import { type DocumentKind, documentKinds, type IdentityDocument } from './details.ts';
import { areBlank, type Checked, checkChoice, checkLine, type Fields, gather, isOneOf, readText } from './field.ts';
import { mrzFields, readMrzLines } from './mrz-lines.ts';
import { readOtherwise } from './read-otherwise.ts';
import type { CheckContext, CheckedAnswers } from './step-rule.ts';

const expiryFields = ['expiryDay', 'expiryMonth', 'expiryYear'] as const;
export const documentFields = ['documentKind', 'documentNumber', 'documentCountry', ...expiryFields, ...mrzFields];

/** Signs; the longest in use, with its letters and dashes, is shorter than 20. */
export const longestDocumentNumber = 30;

/**
 * An identity document: out of its machine-readable lines where they are given, else as typed. Kinds at each field: those
 * of `checkLine`, `checkChoice`, `readDate`, `readMrzLines`, `mrz-check` at the line; of the expiry `date-too-long-ago`
 * and `date-too-far-ahead`.
 */
export function checkDocument(fields: Fields, context: CheckContext): CheckedAnswers {
  return areBlank(fields, mrzFields) ? checkTyped(fields, context.today) : checkRead(fields, context);
}

function checkTyped(fields: Fields, today: LocalDay): CheckedAnswers {
  const { values, problems } = gather<{
    readonly documentKind: DocumentKind;
    readonly documentNumber: string;
    readonly documentCountry: string;
  }>({
    documentKind: checkChoice(fields, 'documentKind', isOneOf(documentKinds)),
    documentNumber: checkNumber(fields),
    documentCountry: checkChoice(fields, 'documentCountry', isCountry),
  });
  const expiry = checkExpiry(fields, today);
  const all = [...problems, ...expiry.problems];
  if (!values || all.length > 0) return { answers: {}, problems: all };
  const document: IdentityDocument = {
    kind: values.documentKind,
    number: values.documentNumber,
    country: values.documentCountry,
    expiry: expiry.day,
    read: null,
  };
  return { answers: { document }, problems: [] };
}

function checkNumber(fields: Fields): Checked<string> {
  const line = checkLine(fields, 'documentNumber', { asked: 'asked', longest: longestDocumentNumber });
  if (!line.ok) return line;
  const number = toAsciiDigits(line.value.normalize('NFKC')).toUpperCase().replaceAll(/\s/g, '');
  return /^[\p{L}\d][\p{L}\d./-]*$/u.test(number) ? ok(number) : err({ kind: 'wrong-type' });
}

/** Many people have nothing but a document that has run out: that is taken, a century is not. */
function checkExpiry(fields: Fields, today: LocalDay) {
  if (areBlank(fields, expiryFields)) return { day: null, problems: [] };
  const { day, problems } = readDate(fields, 'expiry');
  if (!day) return { day, problems };
  const wrong = (kind: 'date-too-long-ago' | 'date-too-far-ahead'): readonly FieldProblem[] => [
    { field: 'expiryYear', kind },
  ];
  if (day < yearsBefore(today, 50)) return { day: null, problems: wrong('date-too-long-ago') };
  return day > yearsBefore(today, -50) ? { day: null, problems: wrong('date-too-far-ahead') } : { day, problems: [] };
}

function checkRead(fields: Fields, { today, before, readMrz }: CheckContext): CheckedAnswers {
  const { lines, problems } = readMrzLines(fields);
  if (problems.length > 0) return { answers: {}, problems };
  const read = readMrz(lines);
  if (!read.ok) {
    return { answers: {}, problems: [{ field: mrzFields[read.error.line] ?? 'mrz1', kind: read.error.kind }] };
  }
  const { kind, number, issuer, birth, expiry } = read.value;
  const country = countryOfThree(issuer) ?? typedCountry(fields);
  // Of an issuer that is no country (the United Nations, the Order of Malta) she says herself where it belongs.
  if (!country) return { answers: {}, problems: [{ field: 'documentCountry', kind: 'missing' }] };
  const birthDate = longDate(birth, today);
  const document: IdentityDocument = {
    kind,
    number,
    country,
    expiry: /^\d{6}$/.test(expiry) ? longDate(expiry, yearsBefore(today, -50)) : null,
    read: readOtherwise({ ...read.value, birthDate }, before),
  };
  return { answers: { document }, problems: [] };
}

function typedCountry(fields: Fields): string | null {
  const read = readText(fields, 'documentCountry');
  return read.ok && isCountry(read.value) ? read.value : null;
}

/** `YYMMDD` as the latest such day that isn't after `latest`: the lines leave the century out. */
export function longDate(short: string, latest: string): string {
  const [, year = '', month = '', day = ''] = /^(\d\d)(\d\d)(\d\d)$/.exec(short) ?? [];
  const candidates = ['20', '19'].map((century) => `${century}${year}-${month}-${day}`);
  return candidates.find((candidate) => candidate <= latest) ?? candidates[1] ?? '';
}
