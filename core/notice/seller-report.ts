import type { FieldProblem } from '#core/problem/kinds.ts';
import { checkChoice, type Fields } from '#core/registration/field.ts';
import { err, ok, type Result } from '#core/result.ts';
import { checkToldText } from './told-text.ts';

/** What somebody can have done who lives on people's fear: places are free, and nobody can give one out of turn. */
export const sellerActs = ['asked-money', 'offered-place', 'took-code', 'other'] as const;
export type SellerAct = (typeof sellerActs)[number];

export type SellerReport = {
  readonly act: SellerAct;
  /** Where and how, in the words of who reports; never empty. */
  readonly where: string;
  /** How to reach who reports, or empty. */
  readonly contact: string;
};

/** Characters. */
export const longestWhere = 500;
const longestContact = 200;

/**
 * A report as it came from the form, or what is wrong with it. Field kinds: `missing`, `not-in-list`, `wrong-type`,
 * `too-long`, `control-characters` (line breaks are welcome).
 */
export function readSellerReport(
  fields: Fields,
): Result<SellerReport, { readonly kind: 'fields'; readonly fields: readonly FieldProblem[] }> {
  const act = checkChoice(fields, 'act', isSellerAct);
  const where = checkToldText(fields, 'where', longestWhere);
  const contact = checkToldText(fields, 'contact', longestContact);
  const given = where.ok && where.value === '' ? err({ kind: 'missing' as const }) : where;
  const problems = Object.entries({ act, where: given, contact }).flatMap(([field, one]) =>
    one.ok ? [] : [{ field, ...one.error }],
  );
  if (!act.ok || !given.ok || !contact.ok) return err({ kind: 'fields', fields: problems });
  return ok({ act: act.value, where: given.value, contact: contact.value });
}

function isSellerAct(text: string): text is SellerAct {
  return (sellerActs as readonly string[]).includes(text);
}
