import type { Translator } from '#app/_i18n/translator.ts';
import { isQuestion } from '#core/language/is-question.ts';
import type { FieldProblem, Problem } from '#core/problem/kinds.ts';

export type ProblemText = {
  readonly title: string;
  readonly what: string;
  /** What was found, in figures; only where the problem brings them along. */
  readonly found: string | undefined;
  readonly next: string;
};

/** The sentences of a problem in the language of `t`. */
export function problemText(t: Translator<'problem'>, problem: Problem): ProblemText {
  const { kind } = problem;
  return { title: t(`${kind}.title`), what: t(`${kind}.what`), found: foundText(t, problem), next: t(`${kind}.next`) };
}

/** The sentence beside a field. `button`: the form's second one, by which a question can be answered too. */
export function fieldText(t: Translator<'problem'>, { kind, limit }: FieldProblem, button = ''): string {
  return t(`field.${kind}`, { limit: String(limit ?? ''), button });
}

type Around = {
  /** Of the field; undefined where the problem is about the page. */
  readonly label: string | undefined;
  readonly button?: string | undefined;
};

/** One line of the summary. */
export function entryText(t: Translator<'problem'>, field: FieldProblem, { label, button }: Around): string {
  const line = { field: label ?? t('summary.whole'), problem: fieldText(t, field, button) };
  return isQuestion(line.field) ? t('summary.question', line) : t('summary.entry', line);
}

function foundText(t: Translator<'problem'>, { kind, numbers }: Problem): string | undefined {
  if (kind === 'device-limit' && numbers?.['limit'] !== undefined)
    return t('device-limit.found', { limit: String(numbers['limit']) });
  const minutes = numbers?.['minutes'];
  // A prerendered page knows no minutes.
  if (kind === 'too-many-tries')
    return minutes === undefined
      ? t('too-many-tries.soon')
      : t('too-many-tries.found', { count: minutes, countText: String(minutes) });
  if (kind === 'download-limit' && minutes !== undefined)
    return t('download-limit.found', { count: minutes, countText: String(minutes) });
  if (kind === 'group-full' && numbers?.['limit'] !== undefined)
    return t('group-full.found', { limit: String(numbers['limit']) });
  const kilometers = numbers?.['kilometers'];
  if (kilometers === undefined) return undefined;
  if (kind === 'outside-geofence') return t('outside-geofence.found', { kilometers: String(kilometers) });
  if (kind === 'location-too-vague') return t('location-too-vague.found', { kilometers: String(kilometers) });
  return undefined;
}
