/**
 * Something in the catalogs that has to be put right.
 * `error` fails the build; `warning` is for people to look at. `expected` and `found` are empty where nothing is meant;
 * a limit is `≤ 60`. `fix` says what to do, where that is known.
 */
export type Finding = {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  /** Path below the root. */
  readonly file: string;
  readonly line: number;
  /** Area first: `problem.field.missing`; empty where the whole file is meant. */
  readonly key: string;
  readonly message: string;
  readonly expected: string;
  readonly found: string;
  readonly fix?: string;
  /** The fix as data, only where it is safe without a person: `--fix` applies it. */
  readonly repair?: Repair;
};

/** On one line `from`, which has to stand there exactly once, becomes `to`; or the file becomes `whole`. */
export type Repair =
  | { readonly file: string; readonly line: number; readonly from: string; readonly to: string }
  | { readonly file: string; readonly whole: string };

/** What a rule tells; `rule` and, unless it says otherwise, `severity: 'error'` are added for it. */
export type Told = Omit<Finding, 'rule' | 'severity'> & { readonly severity?: Finding['severity'] };
