import type { Unit, UnitState } from './unit.ts';

/** What each format calls the states. Where a format knows fewer, a tool's own answer still tells done from not done. */
const xliff12: Readonly<Record<UnitState, string>> = {
  missing: 'new',
  stale: 'needs-translation',
  draft: 'needs-review-translation',
  translated: 'translated',
  reviewed: 'signed-off',
};

const xliff20: Readonly<Record<UnitState, string>> = {
  missing: 'initial',
  stale: 'initial',
  draft: 'initial',
  translated: 'translated',
  reviewed: 'reviewed',
};

export function stateInXliff12(state: UnitState): string {
  return xliff12[state];
}

export function stateInXliff20(state: UnitState): string {
  return xliff20[state];
}

/** From either version of XLIFF, and from what tools make of it. */
export function stateFromXliff(mark: string | undefined): UnitState | undefined {
  if (mark === undefined) return undefined;
  if (['signed-off', 'final', 'reviewed'].includes(mark)) return 'reviewed';
  if (mark === 'translated') return 'translated';
  if (['new', 'initial'].includes(mark)) return 'missing';
  return mark === 'needs-translation' ? 'stale' : 'draft';
}

/** Lines for a translator that are no translation, in an order of their own. */
export function notesOf({
  about,
  max,
  terms,
  picture,
  state,
}: Unit): readonly (readonly [name: string, text: string])[] {
  return [
    ...(about === '' ? [] : [['description', about] as const]),
    ...(max === undefined ? [] : [['max', `${max} signs at most`] as const]),
    ...(terms.length === 0 ? [] : [['terms', terms.join(' | ')] as const]),
    ...(picture === undefined ? [] : [['picture', picture] as const]),
    ['state', state] as const,
  ];
}

/** Notes under other names are the translators' own. */
export function isOwnNote(name: string | undefined): boolean {
  return ['description', 'max', 'terms', 'picture', 'state', 'location'].includes(name ?? '');
}
