import type { FieldProblem } from '#core/problem/kinds.ts';
import { type Checked, type Fields, readText } from '#core/registration/field.ts';
import { err, ok, type Result } from '#core/result.ts';
import { checkToldText } from './told-text.ts';

/** What somebody tells translators of words on a screen; nothing of who tells it. */
export type TextReport = {
  /** The page's path without its language, `start` for the first page; empty where it isn't known. */
  readonly screen: string;
  /** The words that are wrong, as they were picked and as they were written; never both empty where `remark` is. */
  readonly words: readonly string[];
  readonly remark: string;
};

/** Characters. */
export const longestTold = 500;

/** How many reports a list holds: more is a flood, and nobody reads them. */
export const mostListed = 2000;

/** How long a report is kept after it was last told. */
export const textReportDays = 180;

/** The same words within that time are the same click: a form without a script has no key. Milliseconds. */
export const sameClickMs = 600_000;

/**
 * A report as it came from the form, or what is wrong with it. Field kinds: `missing` (nothing was told), `not-in-list`
 * (no screen is called so), `wrong-type`, `too-long`, `control-characters`.
 */
export function readTextReport(
  fields: Fields,
  isScreen: (text: string) => boolean,
): Result<TextReport, { readonly kind: 'fields'; readonly fields: readonly FieldProblem[] }> {
  const screen = checkScreen(fields, isScreen);
  const chosen = checkToldText(fields, 'chosen', longestTold);
  const written = checkToldText(fields, 'words', longestTold);
  const remark = checkToldText(fields, 'remark', longestTold);
  const isEmpty = chosen.ok && written.ok && remark.ok && `${chosen.value}${written.value}${remark.value}` === '';
  const words = isEmpty ? err({ kind: 'missing' as const }) : written;
  const problems = Object.entries({ screen, words, chosen, remark }).flatMap(([field, one]) =>
    one.ok ? [] : [{ field, ...one.error }],
  );
  if (!screen.ok || !chosen.ok || !words.ok || !remark.ok) return err({ kind: 'fields', fields: problems });
  const told = [...new Set([chosen.value, words.value])].filter((text) => text !== '');
  return ok({ screen: screen.value, words: told, remark: remark.value });
}

function checkScreen(fields: Fields, isScreen: (text: string) => boolean): Checked<string> {
  const read = readText(fields, 'screen');
  if (!read.ok || read.value === '' || isScreen(read.value)) return read;
  return err({ kind: 'not-in-list' });
}
