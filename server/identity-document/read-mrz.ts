import { type FieldName, type ParseResult, parse } from 'mrz';
import type { DocumentKind } from '#core/registration/details.ts';
import type { MrzReading } from '#core/registration/mrz-lines.ts';
import { err, ok, type Result } from '#core/result.ts';

/**
 * What must be right: the number and the dates, each with its check digit. The check digit over everything is left out:
 * it falls with any sign of the optional data, which nobody needs here.
 */
const needed: readonly FieldName[] = [
  'documentNumber',
  'documentNumberCheckDigit',
  'birthDate',
  'birthDateCheckDigit',
  'expirationDate',
  'expirationDateCheckDigit',
];

/** Takes the lines of a passport or a card apart; O for 0, I for 1 and the like are put right where only one can stand. */
export function readMrz(
  lines: readonly string[],
): Result<MrzReading, { readonly kind: 'mrz-check'; readonly line: number }> {
  const parsed = parsedOrNull(lines);
  const wrong = parsed
    ? needed.map((name) => detailOf(parsed, name)).find((detail) => detail === undefined || !detail.valid)
    : undefined;
  if (!parsed || needed.some((name) => !detailOf(parsed, name)?.valid)) {
    return err({ kind: 'mrz-check', line: wrong?.line ?? 0 });
  }
  const { fields } = parsed;
  return ok({
    kind: kindOf(lines[0] ?? ''),
    number: parsed.documentNumber ?? fields.documentNumber ?? '',
    issuer: lettersOf((lines[0] ?? '').slice(2, 5)),
    birth: fields.birthDate ?? '',
    expiry: fields.expirationDate ?? '',
    surname: fields.lastName ?? '',
    given: fields.firstName ?? '',
  });
}

/** The package throws where the lines have no form that it knows. */
function parsedOrNull(lines: readonly string[]): ParseResult | null {
  try {
    return parse([...lines], { autocorrect: true });
  } catch {
    return null;
  }
}

function detailOf(parsed: ParseResult, name: FieldName) {
  return parsed.details.find(({ field }) => field === name);
}

/** ICAO 9303, parts 4 to 6: P for passports; A, C, I for cards. */
function kindOf(line: string): DocumentKind {
  if (line.startsWith('P')) return 'passport';
  return /^[ACI]/.test(line) ? 'identity-card' : 'other';
}

const digitsLikeLetters: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 6: 'G', 8: 'B' };

function lettersOf(code: string): string {
  return code.replaceAll('<', '').replaceAll(/\d/g, (digit) => digitsLikeLetters[digit] ?? digit);
}
