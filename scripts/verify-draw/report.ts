import type { CosignaturesError } from '#core/draw/cosignatures.ts';
import type { DrawLogError } from '#core/draw/draws-log.ts';
import type { FreedLogError } from '#core/draw/freed-log.ts';
import type { DrawError } from '#core/draw/run-draw.ts';
import type { SeasonError } from '#core/draw/season.ts';
import type { Difference } from './first-difference.ts';
import type { FileError } from './published.ts';

type Malformed =
  | DrawError
  | FreedLogError
  | CosignaturesError
  | DrawLogError
  | FileError
  | SeasonError
  | { readonly kind: 'usage'; readonly expected: string; readonly found: number };

export type Finding =
  | { readonly verdict: 'same'; readonly resultHash: string }
  | ({ readonly verdict: 'differs' } & Difference)
  | { readonly verdict: 'malformed'; readonly error: Malformed };

export type Report = { readonly exitCode: 0 | 1 | 2; readonly text: string };

export function reportOf(finding: Finding): Report {
  switch (finding.verdict) {
    case 'same':
      return { exitCode: 0, text: `same, resultHash ${finding.resultHash}\n` };
    case 'differs': {
      const [at, expected, found] = [finding.at, finding.expected, finding.found].map(printable);
      return { exitCode: 1, text: `differs at ${at}\nexpected ${expected}\nfound    ${found}\n` };
    }
    case 'malformed':
      return { exitCode: 2, text: `malformed: ${printable(describe(finding.error))}\n` };
  }
}

function describe({ kind, ...details }: Malformed): string {
  return [kind, ...Object.entries(details).map(([name, value]) => `${name}: ${value}`)].join(', ');
}

/** What was found may come from a stranger's file: its control characters must not steer the reader's terminal. */
export function printable(text: string): string {
  return text.replace(/(?!\t)\p{Cc}|\p{Cf}/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
