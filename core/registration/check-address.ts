import { isCountry } from '#core/language/countries.ts';
import { toAsciiDigits } from '#core/language/digits.ts';
import { isUsState } from '#core/language/us-states.ts';
import { err, ok } from '#core/result.ts';
import type { ForeignAddress, UsAddress } from './details.ts';
import { type Checked, checkChoice, checkLine, type Fields, gather, readText } from './field.ts';
import type { CheckedAnswers } from './step-rule.ts';

const line = { asked: 'asked', longest: 100 } as const;
const optionalLine = { asked: 'optional', longest: 100 } as const;

export const usAddressFields = ['usLine1', 'usLine2', 'usCity', 'usState', 'usZip'] as const;
type Us = Readonly<Record<(typeof usAddressFields)[number], string>>;

/** An address in the United States. Kinds at each field: those of `checkLine`, `not-in-list`, `not-a-zip`. */
export function checkUsAddress(fields: Fields): CheckedAnswers {
  const { values, problems } = gather<Us>({
    usLine1: checkLine(fields, 'usLine1', line),
    usLine2: checkLine(fields, 'usLine2', optionalLine),
    usCity: checkLine(fields, 'usCity', line),
    usState: checkChoice(fields, 'usState', isUsState),
    usZip: checkZip(fields),
  });
  if (!values) return { answers: {}, problems };
  const { usLine1: line1, usLine2: line2, usCity: city, usState: state, usZip: zip } = values;
  const usAddress: UsAddress = { line1, line2, city, state, zip };
  return { answers: { usAddress }, problems };
}

/** Five digits, or nine with a dash; spaces and digits of any script are put right. */
function checkZip(fields: Fields): Checked<string> {
  const read = readText(fields, 'usZip');
  if (!read.ok) return read;
  if (read.value === '') return err({ kind: 'missing' });
  const [, five, four] = /^(\d{5})[\s\p{Pd}]*(\d{4})?$/u.exec(toAsciiDigits(read.value)) ?? [];
  if (!five) return err({ kind: 'not-a-zip' });
  return ok(four ? `${five}-${four}` : five);
}

export const foreignAddressFields = [
  'foreignLine1',
  'foreignLine2',
  'foreignCity',
  'foreignRegion',
  'foreignCountry',
] as const;
type Foreign = Readonly<Record<(typeof foreignAddressFields)[number], string>>;

/** An address anywhere else. Kinds at each field: those of `checkLine`, `not-in-list`. */
export function checkForeignAddress(fields: Fields): CheckedAnswers {
  const { values, problems } = gather<Foreign>({
    foreignLine1: checkLine(fields, 'foreignLine1', line),
    foreignLine2: checkLine(fields, 'foreignLine2', optionalLine),
    foreignCity: checkLine(fields, 'foreignCity', line),
    foreignRegion: checkLine(fields, 'foreignRegion', optionalLine),
    foreignCountry: checkChoice(fields, 'foreignCountry', isCountry),
  });
  if (!values) return { answers: {}, problems };
  const foreignAddress: ForeignAddress = {
    line1: values.foreignLine1,
    line2: values.foreignLine2,
    city: values.foreignCity,
    region: values.foreignRegion,
    country: values.foreignCountry,
  };
  return { answers: { foreignAddress }, problems };
}
