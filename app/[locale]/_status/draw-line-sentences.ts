import type { Translator } from '#app/_i18n/translator.ts';
import type { Wording } from '#core/language/wording.ts';
import type { DrawLine } from '#server/services/pool.ts';

type Line = DrawLine['ports'][number];

type Said = {
  readonly words: Pick<Wording, 'date' | 'number'>;
  /** The port's name in her language. */
  readonly port: string;
};

/** How far the places of one port reached: those by date first, then those by lot. */
export function cutOffSentences(t: Translator<'timeline'>, line: Line, said: Said): readonly [string, string] {
  return [byDate(t, line, said), byLot(t, line, said)];
}

function byLot(t: Translator<'timeline'>, { belowByLot }: Line, { words, port }: Said): string {
  // The first number of all can be turned away: a group too big for the places, or no places by lot at all.
  if (belowByLot === 1) return t('line.noneByLot', { port });
  return t('line.belowByLot', { port, number: words.number(belowByLot) });
}

function byDate(t: Translator<'timeline'>, { before, belowByDate }: Line, { words, port }: Said): string {
  if (before !== null) return t('line.before', { port, day: words.date(before) });
  // The cut-off can be the very first number of her days.
  if (belowByDate === 1) return t('line.none', { port });
  if (belowByDate !== null) return t('line.belowByDate', { port, number: words.number(belowByDate) });
  return t('line.late', { port });
}
