import { err } from '#core/draw/result.ts';

/** Why a witness does not put its name to something. `detail` says what was expected and found, in one line. */
export type Refusal = { readonly kind: RefusalKind; readonly detail: string };

type RefusalKind =
  | 'season-wrong'
  | 'season-changed'
  | 'malformed'
  | 'other-day'
  | 'day-ahead'
  | 'second-announcement'
  | 'wrong-draw-number'
  | 'wrong-previous-result'
  | 'draw-log-wrong'
  | 'other-pool'
  | 'other-capacity'
  | 'other-parties'
  | 'wrong-tip'
  | 'other-policy'
  | 'drand-round-too-soon'
  | 'drand-round-too-late'
  | 'registrations-wrong'
  | 'registrations-changed'
  | 'not-all-signed'
  | 'never-announced'
  | 'drand-signature-wrong'
  | 'other-result'
  | 'second-result';

export function refuse(kind: RefusalKind, detail: string): { readonly ok: false; readonly error: Refusal } {
  return err({ kind, detail });
}

/** For what has two sides. */
export function differs(kind: RefusalKind, expected: string | number, found: string | number) {
  return refuse(kind, `expected ${expected}, found ${found}`);
}

/** An error of the core's, with all that it says. */
export function malformed(what: string, { kind, ...rest }: { readonly kind: string }) {
  const details = Object.entries(rest).map(([name, value]) => `, ${name}: ${String(value)}`);
  return refuse('malformed', `${what}: ${kind}${details.join('')}`);
}
