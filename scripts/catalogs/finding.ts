/**
 * Something in the catalogs that has to be put right.
 * `error` fails the build; `warning` is for people to look at. `fix` says what to do, where that is known.
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
};

/** What a rule tells; `rule` and, unless it says otherwise, `severity: 'error'` are added for it. */
export type Told = Omit<Finding, 'rule' | 'severity'> & { readonly severity?: Finding['severity'] };
