import { launchLocales } from '#core/language/locales.ts';
import { portCodes } from '#core/policy/ports.ts';
import { mostHidden, type Shown, suppressed } from './suppress.ts';

/** Days from the date in line to the draw: each step up to this many, the last one beyond. */
export const waitSteps = [
  { key: 'month', days: 30 },
  { key: 'quarter', days: 91 },
  { key: 'half-year', days: 182 },
  { key: 'year', days: 365 },
  { key: 'longer', days: null },
] as const;

/** The languages that people speak best, as far as the screens speak them; all others together. */
const languages = [...new Set(launchLocales.map((locale) => locale.split('-')[0] ?? locale))];

/** Each list splits a whole: `of` is one cell of another list, or null for all requests of the draw. */
export const lists = {
  outcome: { of: null, cells: ['chosen', 'not-chosen'] },
  'first-port': { of: null, cells: portCodes },
  'group-size': { of: null, cells: ['1', '2', '3', '4', '5'] },
  language: { of: null, cells: [...languages, 'other'] },
  'port-given': { of: ['outcome', 'chosen'], cells: portCodes },
  wait: { of: ['outcome', 'chosen'], cells: waitSteps.map(({ key }) => key) },
  answer: { of: ['outcome', 'chosen'], cells: ['confirmed', 'declined', 'lapsed'] },
  appointment: { of: ['answer', 'confirmed'], cells: ['kept', 'cancelled', 'missed'] },
} as const satisfies Readonly<Record<string, List>>;

type List = {
  readonly of: readonly [list: string, cell: string] | null;
  readonly cells: readonly string[];
};

export type ListName = keyof typeof lists;
export const listNames = Object.keys(lists) as readonly ListName[];

/** Requests by list and cell; a cell that nobody is in may be missing. */
export type Counted = Readonly<Partial<Record<ListName, Readonly<Record<string, number>>>>>;

/** `total`: what the list splits. `cells` null: withheld. */
export type PublishedList = {
  readonly name: ListName;
  readonly total: number;
  readonly cells: readonly { readonly key: string; readonly count: Shown }[] | null;
};

/** `requests` null: so few that nothing more is told. */
export type DrawStatistics = { readonly requests: Shown; readonly lists: readonly PublishedList[] };

/**
 * What may be told right after a draw. A list whose whole is hidden is left out, or its sum would tell it. Throws where a list
 * doesn't add up to what it splits: its hidden counts would follow from another.
 */
export function statisticsOf(requests: number, counted: Counted): DrawStatistics {
  if (requests <= mostHidden) return { requests: null, lists: [] };
  return withLists({ requests, lists: [] }, counted);
}

/** The same lists as before, and those that were counted since: what was published once is never counted anew. */
export function withLists(before: DrawStatistics, counted: Counted): DrawStatistics {
  const published = new Map(before.lists.map((list) => [list.name as string, list]));
  for (const name of listNames) {
    const counts = counted[name];
    const { of, cells } = lists[name];
    const total = of === null ? before.requests : published.get(of[0])?.cells?.find(({ key }) => key === of[1])?.count;
    if (!counts || published.has(name) || total === null || total === undefined || total === 0) continue;
    const whole = cells.map((key) => counts[key] ?? 0);
    const sum = whole.reduce((all, count) => all + count, 0);
    if (sum !== total) throw new Error(`expected the list ${name} to add up to ${total}, found ${sum}`);
    const shown = suppressed(whole);
    const rows = shown && cells.map((key, index) => ({ key, count: shown[index] ?? null }));
    published.set(name, { name, total, cells: rows });
  }
  return { requests: before.requests, lists: [...published.values()] };
}
