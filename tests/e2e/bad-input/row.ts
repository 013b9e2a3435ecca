import type { FieldProblemKind, ProblemKind } from '#core/problem/kinds.ts';
import type { Page } from '#server/http/pages.ts';
import type { FileField, Visitor } from '../../support/visitor.ts';

/** How far the person is who sends the form. */
export type Stage = 'nobody' | 'newcomer' | 'answered' | 'registered' | 'operator' | 'supervisor';

export type Sent = Readonly<Record<string, unknown>>;

export type BadCase = {
  readonly title: string;
  /** Instead of the right fields of the same names; undefined: left out. `FileField` for a file. */
  readonly fields: Sent | ((visitor: Visitor) => Promise<Sent>);
  readonly kind: ProblemKind;
  /** For the kind `fields`: what is wrong with which. */
  readonly problems?: Readonly<Record<string, FieldProblemKind>>;
  /** Where it isn't the row's. */
  readonly stage?: Stage;
  /** A form can't send it: every value of a form is text. */
  readonly isJsonOnly?: boolean;
  /** Page below the locale on which a form's problem is told, where it isn't the row's. */
  readonly toldAt?: Page;
};

export type Row = {
  readonly stage: Stage;
  /** The page that holds the form. */
  readonly page: Page;
  /** Fields as a right form has them. */
  readonly right: Sent | ((visitor: Visitor) => Promise<Sent>);
  /** The page on which a second session of the same person sees that nothing was stored. */
  readonly shows: string;
  readonly takesPhoto?: boolean;
  /** Tried where every question there is is asked; otherwise by the demonstration's policy. */
  readonly asksEverything?: boolean;
  readonly cases: readonly BadCase[];
};

/** `fields` with one kind at each name. */
export function wrong(
  title: string,
  fields: BadCase['fields'],
  problems: Readonly<Record<string, FieldProblemKind>>,
): BadCase {
  return { title, fields, kind: 'fields', problems };
}

export function isFile(value: unknown): value is FileField {
  return typeof value === 'object' && value !== null && 'buffer' in value;
}

export async function sentBy(fields: BadCase['fields'], visitor: Visitor): Promise<Sent> {
  return typeof fields === 'function' ? await fields(visitor) : fields;
}

/** Without what is left out. */
export function present(fields: Sent): Sent {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
