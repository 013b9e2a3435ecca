import type { FieldProblem, Problem } from '#core/problem/kinds.ts';
import { checkChoice, type Fields, readText } from '#core/registration/field.ts';
import { err, ok, type Result } from '#core/result.ts';

/** Why a person decided for her. */
export const forReasons = [
  'met-in-person',
  'place-believed',
  'phone-shared',
  'same-person',
  'phone-cannot',
  'photo-good',
] as const;
/** Why not yet: never for good, she can ask again with something new. */
export const againstReasons = [
  'place-not-shown',
  'phone-not-explained',
  'other-person',
  'not-enough',
  'photo-unclear',
] as const;
export const decisionReasons = [...forReasons, ...againstReasons] as const;
export type DecisionReason = (typeof decisionReasons)[number];

export const decisions = ['for', 'against'] as const;
export type Decision = (typeof decisions)[number];

/** The reason says which way it goes, so the two can't contradict each other. */
export function decisionOf(reason: DecisionReason): Decision {
  return (forReasons as readonly string[]).includes(reason) ? 'for' : 'against';
}

/** Letters and signs of a note or a statement. */
export const longestStatement = 500;

type Decided = { readonly code: string; readonly reason: DecisionReason; readonly note: string };

/** A decision out of a form's `code`, `reason` and `note`. Kind `fields`: `missing`, `not-in-list`, `too-long`, … */
export function checkDecision(fields: Fields): Result<Decided, Problem> {
  const code = readText(fields, 'code');
  const reason = checkChoice(fields, 'reason', isDecisionReason);
  const note = checkStatement(fields, 'note');
  const problems: FieldProblem[] = [];
  if (!code.ok) problems.push({ field: 'code', ...code.error });
  else if (code.value === '') problems.push({ field: 'code', kind: 'missing' });
  if (!reason.ok) problems.push({ field: 'reason', ...reason.error });
  if (!note.ok) problems.push(note.error);
  if (!code.ok || !reason.ok || !note.ok || problems.length > 0) return err({ kind: 'fields', fields: problems });
  return ok({ code: code.value, reason: reason.value, note: note.value });
}

/** Some sentences in her own words, or none. Kinds: `wrong-type`, `too-long`, `control-characters`. */
export function checkStatement(fields: Fields, field: string): Result<string, FieldProblem> {
  const read = readText(fields, field);
  if (!read.ok) return err({ field, ...read.error });
  // A browser sends each line's end as two signs, and counts it as one.
  const text = read.value.replaceAll('\r\n', '\n');
  if (Array.from(text).length > longestStatement) return err({ field, kind: 'too-long', limit: longestStatement });
  return /[^\P{C}\n\u200c\u200d]/u.test(text) ? err({ field, kind: 'control-characters' }) : ok(text);
}

/** Of one who said no before, another says it the second time (DESIGN, rule 5). */
export function mayDecide(actor: string, before: { readonly by: string } | null): boolean {
  return before?.by !== actor;
}

function isDecisionReason(text: string): text is DecisionReason {
  return (decisionReasons as readonly string[]).includes(text);
}
