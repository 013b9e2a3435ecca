import { type Day, h, type Request } from './by-the-book.ts';

const at = (hour: number) => `2027-03-21T${String(hour).padStart(2, '0')}:00`;
const hours = (...places: readonly number[]) => Object.fromEntries(places.map((count, index) => [at(index), count]));

/** `size band ports`, as often as it says; the ids are hashes of the places in the list. */
function requests(...lines: readonly (readonly [times: number, size: number, band: number, ports: string])[]) {
  const all = lines.flatMap(([times, size, band, ports]) =>
    Array.from({ length: times }, () => ({ size, band, ports })),
  );
  return all.map(
    ({ size, band, ports }, index): Request => ({ id: h(`id ${index}`), size, band, ports: ports.split(',') }),
  );
}

/** Of all sizes, bands and wishes; the same at every run. */
function crowd(count: number, bands: number, ports: readonly string[]): readonly Request[] {
  return Array.from({ length: count }, (_, index) => {
    const [a = 0, b = 0, c = 0, d = 0] = Buffer.from(h(`crowd ${index}`), 'hex');
    const first = c % ports.length;
    const wished = [...ports.slice(first), ...ports.slice(0, first)].slice(0, 1 + (d % Math.min(3, ports.length)));
    return { id: h(`crowd id ${index}`), size: 1 + (a % 6), band: b % (bands + 1), ports: wished };
  });
}

function bounds(count: number): readonly string[] {
  return Array.from({ length: count }, (_, day) => `2026-01-${String(day + 1).padStart(2, '0')}T00:00:00Z`);
}

const plain: Day = {
  requests: requests([2, 1, 0, 'laredo']),
  maxGroup: 12,
  oldestShare: 5_000,
  ports: { laredo: hours(1) },
  bands: [],
  draw: 2,
  drandRound: null,
  drandSignature: null,
  policy: '2027-01',
  previousResult: h('the result before'),
  parties: [['operator', h('s')]],
  slotKey: h('slot key'),
};
const three = { calexico: hours(1), laredo: hours(1), nogales: hours(1) };
const four = { calexico: hours(3, 4), 'el-paso': hours(9), laredo: hours(2, 2, 2), nogales: hours(5, 1) };

/** What each is about, its name says. */
export const days: Readonly<Record<string, Day>> = {
  'one-place-for-two': { ...plain, oldestShare: 0 },
  'one-place-for-the-older': {
    ...plain,
    oldestShare: 10_000,
    bands: bounds(1),
    requests: requests([3, 1, 1, 'laredo'], [1, 1, 0, 'laredo']),
  },
  'half-of-three-is-one': {
    ...plain,
    ports: { laredo: hours(3) },
    bands: bounds(2),
    requests: requests([2, 1, 0, 'laredo'], [2, 1, 1, 'laredo'], [2, 1, 2, 'laredo']),
  },
  'a-share-of-one-basis-point': {
    ...plain,
    oldestShare: 1,
    ports: { laredo: hours(1), nogales: hours(9_999), tecate: hours(10_000) },
    requests: requests([3, 12, 0, 'laredo,nogales,tecate']),
  },
  'a-share-of-all-but-one': {
    ...plain,
    oldestShare: 9_999,
    ports: { laredo: hours(3) },
    requests: requests([5, 1, 0, 'laredo']),
  },
  'bands-nine-and-ten': {
    ...plain,
    oldestShare: 10_000,
    bands: bounds(10),
    requests: requests([3, 1, 10, 'laredo'], [2, 1, 9, 'laredo']),
  },
  'groups-larger-than-a-port': { ...plain, ports: { laredo: hours(2, 3) }, requests: requests([6, 12, 0, 'laredo']) },
  'nobody-in-a-group': { ...plain, maxGroup: 1, ports: { laredo: hours(3) }, requests: requests([8, 1, 0, 'laredo']) },
  'turned-away-one-after-the-other': {
    ...plain,
    oldestShare: 0,
    ports: three,
    requests: requests(
      [3, 1, 0, 'laredo,nogales,calexico'],
      [3, 1, 0, 'nogales,calexico,laredo'],
      [3, 1, 0, 'calexico,laredo,nogales'],
    ),
  },
  'turned-away-by-the-older': {
    ...plain,
    oldestShare: 10_000,
    bands: bounds(5),
    ports: three,
    requests: requests(
      [2, 2, 5, 'laredo,nogales'],
      [2, 2, 3, 'nogales,calexico,laredo'],
      [2, 1, 1, 'laredo'],
      [1, 1, 0, 'nogales'],
    ),
  },
  'a-port-that-nobody-names': { ...plain, ports: three, requests: requests([4, 2, 0, 'nogales']) },
  'room-for-all': { ...plain, ports: { laredo: hours(20, 20) }, requests: requests([6, 3, 0, 'laredo']) },
  'nobody-asks': { ...plain, ports: three, requests: [] },
  'no-port': { ...plain, ports: {}, requests: [] },
  'the-last-slot-takes-the-rest': {
    ...plain,
    oldestShare: 10_000,
    ports: { laredo: hours(1, 1, 1) },
    requests: requests([4, 6, 0, 'laredo']),
  },
  'a-slot-an-hour': {
    ...plain,
    ports: { laredo: hours(...Array.from({ length: 24 }, () => 1)) },
    requests: requests([9, 1, 0, 'laredo'], [9, 2, 0, 'laredo']),
  },
  'names-in-any-script': {
    ...plain,
    policy: 'правила "№1"\n\u0007\\ 规则',
    parties: [
      ['օպերատոր', h('a')],
      ['شاهد 🌉', h('b')],
      ['é', h('c')],
    ],
  },
  'ports-like-numbers': {
    ...plain,
    ports: { 10: hours(1), 9: hours(1), '-': hours(1), 'a-b': hours(1), a: hours(1), constructor: hours(1) },
    requests: requests([2, 1, 0, '10,9'], [2, 1, 0, 'constructor,-'], [2, 1, 0, 'a,a-b,9']),
  },
  'five-parties': { ...plain, parties: ['operator', 'a', 'b', 'c', 'd'].map((name) => [name, h(name)] as const) },
  'the-largest-drand-round': {
    ...plain,
    drandRound: Number.MAX_SAFE_INTEGER,
    drandSignature: `${h('one')}${h('two')}${h('three')}`,
  },
  'the-first-draw': { ...plain, draw: 1, previousResult: '0'.repeat(64) },
  'places-that-barely-count': { ...plain, oldestShare: 3_333, ports: { laredo: hours(Number.MAX_SAFE_INTEGER) } },
  'bounds-in-parts-of-a-second': {
    ...plain,
    bands: ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.25Z', '2026-01-01T00:00:00.5Z'],
    requests: requests([2, 1, 3, 'laredo'], [2, 1, 2, 'laredo']),
  },
  'a-tree-of-eight': { ...plain, requests: requests([8, 1, 0, 'laredo']) },
  'a-tree-of-nine': { ...plain, requests: requests([9, 1, 0, 'laredo']) },
  'a-crowd': { ...plain, ports: four, bands: bounds(12), requests: crowd(120, 12, Object.keys(four)) },
  'a-crowd-by-age': {
    ...plain,
    oldestShare: 10_000,
    ports: four,
    bands: bounds(3),
    requests: crowd(65, 3, Object.keys(four)),
  },
  'a-crowd-by-lot': {
    ...plain,
    oldestShare: 0,
    ports: four,
    bands: bounds(3),
    requests: crowd(64, 3, Object.keys(four)),
  },
};
