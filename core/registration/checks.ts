import type { FieldProblem } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Answers, RegistrationStep } from './answers.ts';
import type { Fields } from './field.ts';
import type { CheckContext } from './step-rule.ts';
import { stepRules } from './step-rules.ts';

/**
 * What a form's step says, cleaned, or what is wrong with each field. Values are raw text; anything else is `wrong-type`.
 * A question that the policy doesn't ask gives nothing, whatever was sent.
 */
export function checkStep(
  step: RegistrationStep,
  fields: Fields,
  context: CheckContext,
): Result<Partial<Answers>, { readonly kind: 'fields'; readonly fields: readonly FieldProblem[] }> {
  const checked = stepRules[step].check(fields, context);
  return checked.problems.length > 0 ? err({ kind: 'fields', fields: checked.problems }) : ok(checked.answers);
}

/** The fields of a step whose entered values are given back beside an error or in another language. */
export function keptFieldsOf(step: RegistrationStep): readonly string[] {
  const { fields, keptFields = fields } = stepRules[step];
  return keptFields;
}
