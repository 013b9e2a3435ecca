import type { Unit, UnitState } from '../../catalogs/exchange/unit.ts';
import { unitStates } from '../../catalogs/exchange/unit.ts';

export type Listed = Pick<Unit, 'key' | 'source' | 'target' | 'state'>;

/** What of a language is shown; an empty string is everything. */
export type Filter = {
  readonly area: string;
  readonly state: UnitState | 'findings' | '';
  readonly search: string;
  /** Name of a screen. */
  readonly screen: string;
};

export const everything: Filter = { area: '', state: '', search: '', screen: '' };

export const listStates = [...unitStates, 'findings'] as const;

/** From the address; what is not known there is everything. */
export function filterOf(query: (name: string) => string | undefined): Filter {
  const state = listStates.find((one) => one === query('state'));
  return {
    area: query('area') ?? '',
    state: state ?? '',
    search: (query('search') ?? '').trim(),
    screen: query('screen') ?? '',
  };
}

/** For an address: `?area=start&state=draft`, empty where everything is shown. */
export function queryOf({ area, state, search, screen }: Filter): string {
  const given = Object.entries({ area, state, search, screen }).filter(([, value]) => value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

/** `start` of `start.title`; a long text is an area of its own, `page:help`. */
export function areaIn(key: string): string {
  return key.split('.')[0] ?? '';
}

/** The parts of a language, in the order of the English. */
export function areasOf(units: readonly Pick<Listed, 'key'>[]): readonly string[] {
  return [...new Set(units.map(({ key }) => areaIn(key)))];
}

/** Keys with findings, and keys of the screen that the filter names: asked for only where it is about them. */
export type KnownKeys = { readonly flawed: () => ReadonlySet<string>; readonly onScreen: () => ReadonlySet<string> };

export function isListed(unit: Listed, filter: Filter, { flawed, onScreen }: KnownKeys): boolean {
  if (filter.area !== '' && areaIn(unit.key) !== filter.area) return false;
  if (filter.screen !== '' && !onScreen().has(unit.key)) return false;
  if (filter.search !== '' && !isFound(unit, filter.search)) return false;
  if (filter.state === '') return true;
  return filter.state === 'findings' ? flawed().has(unit.key) : unit.state === filter.state;
}

function isFound({ key, source, target }: Listed, search: string): boolean {
  const sought = search.toLowerCase();
  return [key, source, target].some((text) => text.toLowerCase().includes(sought));
}

/** The next after `key` for which `isWanted` holds; after the last one begins the first. Undefined where there is no other. */
export function nextAfter<One extends { readonly key: string }>(
  units: readonly One[],
  key: string,
  isWanted: (unit: One) => boolean,
): One | undefined {
  const at = units.findIndex((unit) => unit.key === key);
  return [...units.slice(at + 1), ...units.slice(0, Math.max(0, at))].find(isWanted);
}
