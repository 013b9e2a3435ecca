import { expect, type Locator } from '@playwright/test';
import { isQuestion } from '#core/language/is-question.ts';
import type { FieldProblem, ProblemKind } from '#core/problem/kinds.ts';
import type { Person } from '../../support/person.ts';
import { errorWord, fieldSentence } from './sentences.ts';

export type Wrong = {
  /** The field's label in the catalogs, and its control where the label alone doesn't find it. */
  readonly label: string;
  readonly control?: Locator;
  readonly problem: Omit<FieldProblem, 'field'>;
};

/**
 * The page shown again: its title begins with the word for error, the focus is on the summary, which names each field
 * with its sentence and leads to it, and beside the field the same sentence is read out with it.
 */
export async function expectRefused(person: Person, kind: ProblemKind, fields: readonly Wrong[] = []): Promise<void> {
  const { page, locale } = person;
  const summary = page.getByRole('alert').filter({ has: page.getByRole('heading', { level: 2 }) });
  await expect(summary).toBeFocused();
  expect((await page.title()).startsWith(errorWord(locale))).toBe(true);
  await expect(summary.getByRole('heading', { name: person.say(`problem.${kind}.title`), exact: true })).toBeVisible();
  await expect(summary).toContainText(person.say(`problem.${kind}.what`));
  await expect(summary).toContainText(person.say(`problem.${kind}.next`));
  await expect(summary.getByRole('listitem')).toHaveCount(fields.length);
  for (const { label, problem, control = person.field(label) } of fields) {
    const sentence = fieldSentence(locale, problem);
    const line = { field: person.say(label), problem: sentence };
    const entry = person.say(`problem.summary.${isQuestion(line.field) ? 'question' : 'entry'}`, line);
    await summary.getByRole('link', { name: entry, exact: true }).press('Enter');
    await expect(control).toBeFocused();
    // Beside the field, and read out with it or with the group that it belongs to.
    const owner = page
      .locator('[aria-describedby]')
      .filter({ has: control })
      .or(control.and(page.locator('[aria-describedby]')));
    await expect(owner.last()).toHaveAccessibleDescription(new RegExp(escaped(sentence)));
    await expect(page.locator('form').getByText(sentence).first()).toBeVisible();
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
