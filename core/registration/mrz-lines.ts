import type { FieldProblem } from '#core/problem/kinds.ts';
import type { Result } from '#core/result.ts';
import type { DocumentKind } from './details.ts';
import { type Fields, readText } from './field.ts';

/** The fields of a document's machine-readable lines, as people type them. */
export const mrzFields = ['mrz1', 'mrz2', 'mrz3'] as const;

/** ICAO 9303: lines and signs in each of a passport (TD3), a card (TD1), and the older, larger card (TD2). */
const passport = { lines: 2, length: 44 };
const formats = [passport, { lines: 3, length: 30 }, { lines: 2, length: 36 }];

/**
 * The lines as typed or read by a machine, put right where that needs no guessing: small letters, spaces, `«` and
 * full-width signs, and runs of `<` that are too short or too long, which nobody counts. Kinds at the line that is wrong:
 * `wrong-type`, `missing`, `mrz-signs`, `mrz-length` (the signs it has to have).
 */
export function readMrzLines(fields: Fields): {
  readonly lines: readonly string[];
  readonly problems: readonly FieldProblem[];
} {
  const read = mrzFields.map((field) => ({ field, read: readText(fields, field) }));
  const problems = read.flatMap(({ field, read: line }) => (line.ok ? [] : [{ field, ...line.error }]));
  if (problems.length > 0) return { lines: [], problems };
  const raw = read.map(({ read: line }) => tidy(line.ok ? line.value : ''));
  while (raw.at(-1) === '') raw.pop();
  const wrong = raw.flatMap((line, index): FieldProblem[] => {
    const field = mrzFields[index] ?? 'mrz1';
    if (line === '') return [{ field, kind: 'missing' }];
    return /^[A-Z0-9<]+$/.test(line) ? [] : [{ field, kind: 'mrz-signs' }];
  });
  if (wrong.length > 0) return { lines: [], problems: wrong };
  if (raw.length < 2) return { lines: [], problems: [{ field: 'mrz2', kind: 'missing' }] };
  return fitted(raw);
}

/** The lines at the length of their format: of two lines, a passport's begin with P; others are told by their length. */
function fitted(raw: readonly string[]): ReturnType<typeof readMrzLines> {
  const isPassport = raw.length === passport.lines && raw[0]?.startsWith('P');
  const [length = passport.length] = (isPassport ? [passport] : formats)
    .filter(({ lines }) => lines === raw.length)
    .map((format) => format.length)
    .sort((one, other) => distance(raw, one) - distance(raw, other));
  const lines = raw.map((line) => fitMrzLine(line, length));
  const problems = lines.flatMap((line, index): FieldProblem[] =>
    line.length === length ? [] : [{ field: mrzFields[index] ?? 'mrz1', kind: 'mrz-length', limit: length }],
  );
  return { lines: problems.length > 0 ? [] : lines, problems };
}

/** `fitMrzLine('AB<<<12', 9)` is `AB<<<<<12`: only the longest run of fillers gives or takes. */
export function fitMrzLine(line: string, length: number): string {
  const [longest] = [...line.matchAll(/<{2,}/g)].sort((one, other) => other[0].length - one[0].length);
  const fillers = (longest?.[0].length ?? 0) + length - line.length;
  if (!longest || fillers < 1) return line;
  return line.slice(0, longest.index) + '<'.repeat(fillers) + line.slice(longest.index + longest[0].length);
}

function distance(lines: readonly string[], length: number): number {
  return lines.reduce((sum, line) => sum + Math.abs(line.length - length), 0);
}

function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]/gu, '')
    .replaceAll(/[«≪]/g, '<<')
    .replaceAll(/[‹〈]/g, '<')
    .toUpperCase();
}

/** Machine-readable lines taken apart, number and dates proved by their check digits (ICAO 9303). */
export type MrzReading = {
  readonly kind: DocumentKind;
  readonly number: string;
  /** Three letters, or `D`. */
  readonly issuer: string;
  /** `YYMMDD` */
  readonly birth: string;
  readonly expiry: string;
  readonly surname: string;
  readonly given: string;
};

/** Takes lines of equal length apart; the error names the line, 0 the first, whose check digit does not fit. */
export type ReadMrz = (
  lines: readonly string[],
) => Result<MrzReading, { readonly kind: 'mrz-check'; readonly line: number }>;
