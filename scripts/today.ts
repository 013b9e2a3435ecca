/** The day at Greenwich that is written beside a signature, `2027-01-31`; for programs that people start. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
