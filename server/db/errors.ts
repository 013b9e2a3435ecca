/**
 * What the database refused, alike on both engines. `detail` and the values are left out on purpose: "Failing row
 * contains (…)" would carry personal data into logs.
 */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** SQLSTATE, such as `23505`; undefined where the connection failed. */
  readonly code: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;

  constructor(message: string, fields: ErrorFields = {}) {
    super(message);
    this.code = fields.code;
    this.constraint = fields.constraint;
    this.table = fields.table;
  }
}

export type ErrorFields = {
  readonly code?: string | undefined;
  readonly constraint?: string | undefined;
  readonly table?: string | undefined;
};

export function toDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const { message, code, constraint, table } = error as ErrorFields & { readonly message?: string };
  return new DatabaseError(message || code || String(error), { code, constraint, table });
}

/** The name of the constraint that refused the statement, or undefined if something else went wrong. */
export function refusedBy(error: unknown): string | undefined {
  if (!(error instanceof DatabaseError)) return undefined;
  // Class 23 of SQLSTATE: integrity constraint violation.
  return error.code?.startsWith('23') ? (error.constraint ?? error.code) : undefined;
}
