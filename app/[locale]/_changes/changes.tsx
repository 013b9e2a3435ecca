import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { getWords } from '#app/_i18n/words.ts';
import { Stack } from '#app/_ui/panel/panel.tsx';
import { SummaryList, type SummaryRow } from '#app/_ui/summary-list/summary-list.tsx';
import type { Locale } from '#core/language/locales.ts';
import type { Answers } from '#core/registration/answers.ts';
import { changedAnswers } from '#core/registration/changed-answers.ts';
import type { PersonView } from '#server/services/group.ts';
import type { AnswerChange } from '#server/services/my-data.ts';
import { mexicoCity } from '../_way/screen-policy.ts';
import { answerRows } from '../register/check/answer-rows.tsx';

type Props = {
  readonly locale: Locale;
  readonly person: Pick<PersonView, 'id' | 'isHead'>;
  readonly changes: readonly AnswerChange[];
  /** Of the group, by id: a guardian is told by her name. */
  readonly names: ReadonlyMap<string, string>;
  /** The photo from before a change, or where it is. */
  readonly photo: (change: AnswerChange) => ReactNode;
};

/** What a person answered before and after each change, the latest first. */
export async function Changes({ locale, person, changes, names, photo }: Props) {
  const [t, words] = await Promise.all([getTranslations({ locale, namespace: 'myData' }), getWords(locale)]);
  const told = (answers: Partial<Answers>, { step }: AnswerChange) => {
    const guardianName = names.get(answers.guardian ?? '') ?? null;
    return answerRows(locale, answers, {
      person: { ...person, guardianName, changes: [] },
      links: 'none',
      only: step,
    });
  };
  const rowsOf = async (change: AnswerChange): Promise<readonly SummaryRow[]> => {
    if (change.step === 'photo') return [{ term: t('changed.photo'), value: photo(change) }];
    const [before, after] = await Promise.all([
      told(changedAnswers(change.before, change.after), change),
      told(changedAnswers(change.after, change.before), change),
    ]);
    const valueIn = (rows: readonly SummaryRow[], what: string) =>
      rows.find(({ term }) => term === what)?.value ?? t('changed.none');
    return [...new Set([...before, ...after].map(({ term }) => term))].flatMap((what) => [
      { term: t('changed.before', { what }), value: valueIn(before, what) },
      { term: t('changed.after', { what }), value: valueIn(after, what) },
    ]);
  };
  const all = await Promise.all(changes.map(async (change) => ({ change, rows: await rowsOf(change) })));
  return all
    .filter(({ rows }) => rows.length > 0)
    .map(({ change, rows }) => (
      <Stack key={change.id} isClose>
        <p>{words.dateTime(change.at, mexicoCity)}</p>
        <SummaryList rows={rows} />
      </Stack>
    ));
}
