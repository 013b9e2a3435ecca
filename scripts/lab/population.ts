import type { PortCode } from '#core/ids.ts';
import { ports as knownPorts } from '#core/policy/ports.ts';
import { assumptions } from './assumptions.ts';
import { picker, type Stream, streamOf } from './random.ts';

/** How a group goes about it. `again`: one person, many registrations. `each-member`: each registers the whole group. */
export const kinds = ['honest', 'again', 'each-member', 'bot'] as const;
export type Kind = (typeof kinds)[number];

export const phones = ['good', 'slow'] as const;
export type Phone = (typeof phones)[number];

export const languages = ['es', 'ht', 'ru', 'en', 'others-served-today', 'others'] as const;
export type Language = (typeof languages)[number];

/** People who come together. `arrival` is a day of the season from 0; after `patience` days they no longer want a place. */
export type Group = {
  readonly number: number;
  readonly kind: Kind;
  readonly size: number;
  /** In order of preference. */
  readonly ports: readonly PortCode[];
  readonly language: Language;
  readonly phone: Phone;
  readonly arrival: number;
  readonly patience: number;
  readonly registrations: number;
  readonly devices: number;
};

export type SeasonSize = { readonly people: number; readonly days: number };

/** All who come in a season, in the order in which they come. */
export function populationOf(seed: string, { people, days }: SeasonSize): readonly Group[] {
  const random = streamOf(seed, 'population');
  const pickSize = picker(numbered(assumptions.groupsBySize.value));
  const pickLanguage = picker(languageShares());
  const pickPorts = picker(portLists());
  const firstDay = Math.round((people * assumptions.firstDayPeople.value) / assumptions.people.value);
  const groups: Group[] = [];
  for (let came = 0; came < people; ) {
    const size = pickSize(random);
    const kind = kindOf(size, random);
    groups.push({
      number: groups.length,
      kind,
      size,
      ports: pickPorts(random),
      language: pickLanguage(random),
      phone: random.happens(assumptions.slowPhones.value) ? 'slow' : 'good',
      arrival: came < firstDay ? 0 : Math.floor(1 + ((came - firstDay) / (people - firstDay)) * (days - 1)),
      patience: random.exponential(assumptions.patienceDays.value),
      registrations: registrationsOf(kind, size, random),
      devices: kind === 'again' ? 1 + Math.floor(random.unit() * assumptions.devicesOfCheaters.value) : size,
    });
    came += size;
  }
  return groups;
}

const againOfSingles = shareOfSingles();

function kindOf(size: number, random: Stream): Kind {
  const at = random.unit();
  if (at < assumptions.bots.value) return 'bot';
  if (size === 1) return at < assumptions.bots.value + againOfSingles ? 'again' : 'honest';
  return at < assumptions.bots.value + assumptions.eachMember.value ? 'each-member' : 'honest';
}

function registrationsOf(kind: Kind, size: number, random: Stream): number {
  if (kind === 'each-member') return size;
  if (kind !== 'again') return 1;
  const { leastAgain, mostAgain, tailOfAgain } = assumptions;
  const many = leastAgain.value * (1 - random.unit()) ** (-1 / tailOfAgain.value);
  return Math.min(mostAgain.value, Math.floor(many));
}

/** Of people who come alone, the share who register again and again, so that it is the known share of all people. */
function shareOfSingles(): number {
  const sizes = [...numbered(assumptions.groupsBySize.value)];
  const people = sizes.reduce((sum, [size, groups]) => sum + size * groups, 0);
  return (assumptions.aloneAgain.value * people) / assumptions.groupsBySize.value[1];
}

function numbered(record: Readonly<Record<string, number>>): ReadonlyMap<number, number> {
  return new Map(Object.entries(record).map(([name, weight]) => [Number(name), weight]));
}

function languageShares(): ReadonlyMap<Language, number> {
  const { others, ...named } = assumptions.language.value;
  const served = others * assumptions.othersServedToday.value;
  return new Map<Language, number>([
    ...(Object.entries(named) as [Language, number][]),
    ['others-served-today', served],
    ['others', others - served],
  ]);
}

/** Every list of one to three ports, by how many name it. */
function portLists(): ReadonlyMap<readonly PortCode[], number> {
  const places = knownPorts.reduce((sum, port) => sum + port.dailyPlaces, 0);
  const follow = assumptions.portsByPlaces.value;
  const liking = new Map(
    knownPorts.map(({ code, dailyPlaces }) => [
      code,
      (follow * dailyPlaces) / places + (1 - follow) / knownPorts.length,
    ]),
  );
  const lists = new Map<readonly PortCode[], number>();
  const named = numbered(assumptions.portsNamed.value);
  const extend = (list: readonly PortCode[], weight: number) => {
    if (list.length > 0) lists.set(list, weight * (named.get(list.length) ?? 0));
    if (list.length === named.size) return;
    const left = 1 - list.reduce((sum, port) => sum + (liking.get(port) ?? 0), 0);
    for (const [port, share] of liking) if (!list.includes(port)) extend([...list, port], (weight * share) / left);
  };
  extend([], 1);
  return lists;
}
