import type { BroughtUnit } from './unit.ts';

/** Why a unit, or a whole file, does not come in. */
export type Refusal = {
  /** `stale`, `unknown-key`, … or the name of a rule of `catalogs:check`. */
  readonly rule: string;
  /** In the file that was brought. */
  readonly line: number;
  readonly key: string;
  readonly message: string;
  readonly expected: string;
  readonly found: string;
  /** What it would break. */
  readonly why: string;
  readonly fix: string;
};

type Said = Pick<Refusal, 'message' | 'expected' | 'found' | 'why' | 'fix'>;

export function refusal(rule: string, { key, line }: Pick<BroughtUnit, 'key' | 'line'>, said: Said): Refusal {
  return { rule, key, line, ...said };
}
