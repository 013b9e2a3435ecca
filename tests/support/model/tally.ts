import type { Act } from './acts.ts';
import { hostOf, pickedHelp } from './choose.ts';
import { holdOf } from './grouping.ts';
import type { Model } from './model.ts';
import type { TownView } from './view.ts';

/** How often each thing happened: an act with its answer (`decide for ask ok`), and what came of acts (`told lapsed`). */
export type Tally = Map<string, number>;

const day = 24 * 3_600_000;

/** Answers that are no refusal. */
const taken: readonly string[] = ['ok', 'group', 'confirmation', 'assisted'];

export function isRefusal(answer: string): boolean {
  return !taken.includes(answer);
}

/** Done or refused. */
export function timesTried(tally: Tally, name: string): number {
  return [...tally].reduce((sum, [words, count]) => (words.startsWith(`${name} `) ? sum + count : sum), 0);
}

/** What the act is about, as far as the project goes other ways for it. Asked before the act. */
export function nameOf(model: Model, one: Act): string {
  switch (one.kind) {
    case 'ask-for-help':
      return `${one.kind} ${one.step}`;
    case 'edit': {
      const host = hostOf(model, one.who);
      return host ? `${one.kind} by a guest ${holdOf(model, host)}` : `${one.kind} ${one.step}`;
    }
    case 'add':
      return `${one.kind} ${one.age}`;
    case 'withdraw':
      return `${one.kind} ${one.isAll ? 'all' : 'today'}`;
    case 'wait':
      return `${one.kind} ${lengthOf(one.milliseconds)}`;
    case 'decide':
      return `${one.kind} ${one.isFor ? 'for' : 'against'} ${pickedHelp(model, one)?.step ?? 'nothing'}`;
    default:
      return one.kind;
  }
}

function lengthOf(milliseconds: number): 'hours' | 'days' | 'weeks' {
  if (milliseconds <= day) return 'hours';
  return milliseconds < 7 * day ? 'days' : 'weeks';
}

/** Counts what is there more often than before; less often is what went with a deleted account. */
export function countRise(tally: Tally, before: TownView | null, after: TownView): void {
  const had = before ? countsIn(before) : new Map<string, number>();
  for (const [words, count] of countsIn(after)) add(tally, words, Math.max(0, count - (had.get(words) ?? 0)));
}

export function add(tally: Tally, words: string, count = 1): void {
  if (count > 0) tally.set(words, (tally.get(words) ?? 0) + count);
}

function countsIn(view: TownView): Tally {
  const tally: Tally = new Map();
  for (const line of view.told) add(tally, `told ${wordsFrom(line, 1)}`);
  for (const line of view.wishes) add(tally, `wish ${wordsFrom(line, 1)}`);
  for (const line of view.pools) add(tally, `pool ${wordsFrom(line, 1)}`);
  for (const line of view.logs) {
    const [, , act, , , , why] = line.split(' ');
    add(tally, `place ${act} ${why}`);
  }
  for (const one of Object.values(view.standing))
    add(tally, one.step === 'registered' ? `stands ${one.last[0]?.how ?? 'registered'}` : `stands ${one.step}`);
  return tally;
}

function wordsFrom(line: string, index: number): string {
  return line.split(' ').slice(index).join(' ');
}
