import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { timeOfRound } from '#core/beacon/drand.ts';
import type { Announcement } from '#core/draw/announcement.ts';
import { canonicalJson, type Json } from '#core/draw/canonical-json.ts';
import { appendDraw, type DrawLogLine, parseDrawLog, writeDrawLog } from '#core/draw/draws-log.ts';
import { nobleHash, toHex, utf8 } from '#core/draw/hash.ts';
import { merkleRoot } from '#core/draw/merkle-tree.ts';
import { poolLines } from '#core/draw/pool.ts';
import type { Instant } from '#core/time/instant.ts';
import { DrawOperator, type Lie } from '#tests/support/draw-operator.ts';
import { joinedWitness, lookOnce, openedWitness, scratchFolder } from '#tests/support/witness-folder.ts';
import recorded from '#tests/vectors/drand/quicknet.json' with { type: 'json' };
import { verifyFiles } from '../verify-draw/verify-folder.ts';
import type { Seen } from './at-hand.ts';
import type { DrawFile } from './operator.ts';

const [first, second] = ['2027-01-05', '2027-01-06'];
let folder = '';
let operator: DrawOperator;

function clear(): void {
  rmSync(folder, { recursive: true });
}

async function newSeason(settings: ConstructorParameters<typeof DrawOperator>[0] = {}): Promise<void> {
  operator = new DrawOperator(settings);
  folder = scratchFolder();
  for (const name of ['alpha', 'beta']) await joinedWitness(operator, folder, { name, length: 5 });
  operator.beginSeason();
}

function witness(name: string) {
  return openedWitness(join(folder, name));
}

type Then = { readonly now?: number; readonly openAt?: number };

async function look(name: string, { now, openAt }: Then = {}): Promise<Seen> {
  const { day } = operator.now();
  return lookOnce(witness(name), operator.seenBy(name), {
    now: now ?? Date.parse(`${day}T16:05:00Z`),
    openAt: new Map(openAt === undefined ? [] : [[day, openAt as Instant]]),
  });
}

/** What a witness does at a stage, or the kind of its refusal. */
async function said(name: string, then: Then = {}): Promise<string> {
  const seen = await look(name, then);
  return seen.kind === 'refused' ? `refused ${seen.refusal.kind}` : seen.kind;
}

async function wholeDay(day: string): Promise<void> {
  operator.close(day);
  for (const kind of ['signed-announcement', 'revealed', 'signed-result']) {
    for (const name of ['alpha', 'beta']) expect(await said(name)).toBe(kind);
  }
}

/** Files in the place of the true ones; where another file is announced, so is its hash. */
function instead(files: Partial<Record<DrawFile, (truth: string) => string | null>>): Lie {
  return (file, truth) => (file === 'now' || truth === null ? undefined : files[file]?.(truth));
}

function announced(change: (truth: Announcement) => Partial<Record<keyof Announcement, Json>>): Lie {
  return instead({ 'announcement.json': (truth) => changed(truth, change(JSON.parse(truth) as Announcement)) });
}

function changed(announcement: string, members: Partial<Record<keyof Announcement, Json>>): string {
  return canonicalJson({ ...(JSON.parse(announcement) as Record<string, Json>), ...members });
}

const zeros = '0'.repeat(64);
const withoutFirst = (pool: string): string => pool.slice(pool.indexOf('\n') + 1);
const smaller = (capacity: string): string => capacity.replace('"places":9', '"places":8');
const sha = (text: string): string => toHex(nobleHash.sha256(utf8(text)));

describe('a witness signs no announcement', () => {
  // Who refuses keeps nothing, so one day and its morrow are enough for all.
  beforeAll(async () => {
    await newSeason();
    await wholeDay(first);
    operator.close(second);
  });
  afterAll(clear);

  test.each<[string, (truth: Truth) => Lie, string]>([
    ['of another pool', () => instead({ 'pool.tsv': (pool) => pool.replace('\t2\t', '\t1\t') }), 'other-pool'],
    ['of a pool that somebody was left out of', () => instead({ 'pool.tsv': withoutFirst }), 'malformed'],
    [
      'of a pool that somebody was left out of, and that counts as many',
      () => {
        const lie = announced(({ count }) => ({ count: count - 1 }));
        return (file, truth) => (file === 'pool.tsv' && truth ? withoutFirst(truth) : lie(file, truth));
      },
      'other-pool',
    ],
    ['of another capacity', () => instead({ 'capacity.json': smaller }), 'other-capacity'],
    ['of another day', () => announced(() => ({ day: '2027-01-07' })), 'malformed'],
    ['with a draw left out', () => announced(({ draw }) => ({ draw: draw + 1 })), 'wrong-tip'],
    ['with the number of the draw before', () => announced(({ draw }) => ({ draw: draw - 1 })), 'second-announcement'],
    ['with another result before', () => announced(() => ({ previousResult: zeros })), 'wrong-previous-result'],
    ['under rules that nobody made', () => announced(() => ({ policy: '2027-99' })), 'other-policy'],
    [
      'whose capacity breaks its own rules',
      (truth) => {
        const capacity = truth['capacity.json'].replace('"oldestShare":5000', '"oldestShare":9000');
        return (file, text) => {
          if (file === 'capacity.json') return capacity;
          return announced(() => ({ capacityHash: sha(capacity) }))(file, text);
        };
      },
      'other-policy',
    ],
    [
      'with a tip of another chain',
      () => announced(({ parties }) => ({ parties: parties.map((party) => ({ ...party, tip: zeros })) })),
      'wrong-tip',
    ],
    ['with a party less', () => announced(({ parties }) => ({ parties: parties.slice(0, 2) })), 'other-parties'],
    [
      'with the parties in another order',
      () => announced(({ parties }) => ({ parties: parties.toReversed() })),
      'other-parties',
    ],
    [
      'of a season with another key of its own',
      () =>
        instead({ 'season.json': (season) => season.replace(/("key":")[0-9a-f]+(","name":"alpha")/, `$1${zeros}$2`) }),
      'season-changed',
    ],
    [
      'of a season in which another party was changed',
      () =>
        instead({ 'season.json': (season) => season.replace(/("key":")[0-9a-f]+(","name":"beta")/, `$1${zeros}$2`) }),
      'season-changed',
    ],
    [
      'of a draw that the log has already',
      () =>
        instead({
          'draws.tsv': (log) => {
            const [line = null] = logOf(log);
            const again = appendDraw(line, { day: second, announcementHash: zeros, resultHash: zeros });
            return `${log}${writeDrawLog([again])}`;
          },
        }),
      'wrong-draw-number',
    ],
    ['after a log that lacks a draw', () => instead({ 'draws.tsv': () => '' }), 'draw-log-wrong'],
    [
      'after a log with another draw in it',
      () => instead({ 'draws.tsv': (log) => log.replace(/[0-9a-f]{64}(?=\t[0-9a-f]{64}\n)/, zeros) }),
      'draw-log-wrong',
    ],
    ['when a registration is gone', () => instead({ 'registrations.tsv': withoutFirst }), 'registrations-wrong'],
    [
      'when a registration of an earlier day is another, root and all',
      (truth) => {
        const leaves = truth['registrations.tsv'].replace(/^.{64}/, zeros);
        const root = merkleRoot(poolLines(leaves).map((line) => Buffer.from(line, 'hex')));
        return instead({
          'registrations.tsv': () => leaves,
          'registrations.json': (roots) => roots.replace(/(06","root":")[0-9a-f]+/, `$1${root}`),
        });
      },
      'registrations-changed',
    ],
    [
      "when an earlier day's root is another",
      () => instead({ 'registrations.json': (roots) => roots.replace(/[0-9a-f]{64}/, zeros) }),
      'registrations-changed',
    ],
  ])('%s', async (_, lie, kind) => {
    operator.lie = lie(await truthOf(second));
    expect(await said('alpha')).toBe(`refused ${kind}`);
    operator.lie = () => undefined;
    expect(witness('alpha').log.entries().at(-1)).toMatchObject({ act: 'result', draw: 1 });
  });

  test('but the true one', async () => {
    expect(await said('alpha')).toBe('signed-announcement');
    expect(await said('beta')).toBe('signed-announcement');
  });
});

describe('a witness signs no announcement', () => {
  beforeEach(() => newSeason());
  afterEach(clear);

  test('of a draw of which it signed another, nor a second one of the day', async () => {
    operator.close(first);
    expect(await said('alpha')).toBe('signed-announcement');
    operator.lie = (file, truth) => {
      if (file === 'now') return (truth ?? '').replace('"waitsFor":[', '"waitsFor":["alpha",');
      return announced(() => ({ slotKeyHash: zeros }))(file, truth);
    };
    expect(await said('alpha')).toBe('refused second-announcement');
    const onSecond = announced(() => ({ draw: 2 }));
    const { lie } = operator;
    operator.lie = (file, truth) => (file === 'now' ? lie(file, truth) : onSecond(file, truth));
    expect(await said('alpha')).toBe('refused second-announcement');
  });

  test('before the day of its pool has begun', async () => {
    operator.close(first);
    const eve = Date.parse('2027-01-04T23:59:59Z');
    expect(await said('alpha', { now: eve })).toBe('refused day-ahead');
    expect(await said('alpha', { now: eve + 1000 })).toBe('signed-announcement');
  });

  test('of a season that knows it by another chain', async () => {
    operator.close(first);
    const other = (season: string) => season.replace(/("name":"alpha","tip":")[0-9a-f]+/, `$1${zeros}`);
    operator.lie = instead({ 'season.json': other });
    expect(await said('alpha')).toBe('refused season-wrong');
    operator.lie = instead({ 'season.json': (season) => season.replace('"alpha"', '"gamma"') });
    expect(await said('alpha')).toBe('refused season-wrong');
  });
});

describe('a witness reveals nothing', () => {
  beforeEach(() => newSeason());
  afterEach(clear);

  const early =
    (change: (cosignatures: string | null) => string | null): Lie =>
    (file, truth) => {
      if (file === 'now')
        return JSON.stringify({ day: first, draw: 1, stage: 'revealing', waitsFor: ['alpha', 'beta'] });
      return file === 'cosignatures.json' ? change(truth) : undefined;
    };

  test('before all have signed', async () => {
    operator.close(first);
    expect(await said('alpha')).toBe('signed-announcement');
    operator.lie = early(() => null);
    expect(await said('alpha')).toBe('refused not-all-signed');
    const { 'announcement.json': announcement } = await truthOf(first);
    const own = ['operator', 'alpha', 'beta'].map(() => witness('alpha').key.sign(announcement));
    operator.lie = early(() => canonicalJson({ announcement: own, protocol: 'puente-draw-1', summary: [] }));
    expect(await said('alpha')).toBe('refused not-all-signed');
    expect(witness('alpha').log.find('reveal', 1)).toBeUndefined();
  });

  test('where a signature is missing, or is one of something else', async () => {
    operator.close(first);
    for (const name of ['alpha', 'beta']) expect(await said(name)).toBe('signed-announcement');
    operator.lie = early((truth) => truth?.replace(/,"[0-9a-f]{128}"\]/, ']') ?? null);
    expect(await said('alpha')).toBe('refused not-all-signed');
    operator.lie = early((truth) => truth?.replace(/"([0-9a-f]{128})","([0-9a-f]{128})"/, '"$2","$1"') ?? null);
    expect(await said('alpha')).toBe('refused not-all-signed');
    operator.lie = () => undefined;
    expect(await said('alpha')).toBe('revealed');
  });

  test('for an announcement that it did not sign', async () => {
    operator.close(first);
    for (const name of ['alpha', 'beta']) expect(await said(name)).toBe('signed-announcement');
    operator.lie = announced(() => ({ slotKeyHash: zeros }));
    expect(await said('alpha')).toBe('refused second-announcement');
  });
});

describe('a witness signs no result', () => {
  beforeAll(async () => {
    await newSeason();
    operator.close(first);
    for (const kind of ['signed-announcement', 'revealed']) {
      for (const name of ['alpha', 'beta']) expect(await said(name)).toBe(kind);
    }
  });
  afterAll(clear);

  test.each<[string, () => Lie, string]>([
    [
      'but the one that it finds itself',
      () => instead({ 'summary.json': (summary) => summary.replace(/("resultHash":")[0-9a-f]+/, `$1${zeros}`) }),
      'other-result',
    ],
    [
      'with other cut-offs',
      () => instead({ 'summary.json': (summary) => summary.replace(/"shuffled":"[0-9a-f]+"/, '"shuffled":null') }),
      'other-result',
    ],
    [
      'with other slots',
      () => instead({ 'summary.json': (summary) => summary.replace(/("slotRoot":")[0-9a-f]+/, `$1${zeros}`) }),
      'other-result',
    ],
    ['of another slot key', () => instead({ 'slot-key': () => zeros }), 'malformed'],
    ['of another pool', () => instead({ 'pool.tsv': (pool) => pool.replace('\t2\t', '\t1\t') }), 'malformed'],
    [
      'of other reveals',
      () => instead({ 'draw.json': (draw) => draw.replace(/("reveals":\[")[0-9a-f]+/, `$1${zeros}`) }),
      'malformed',
    ],
  ])('%s', async (_, lie, kind) => {
    operator.lie = lie();
    expect(await said('alpha')).toBe(`refused ${kind}`);
    operator.lie = () => undefined;
  });

  test('but the true one', async () => {
    expect(await said('alpha')).toBe('signed-result');
  });
});

describe("drand's round", () => {
  afterEach(clear);
  const { round, signature } = recorded[1] ?? { round: 0, signature: '' };
  const day = '2023-09-15';
  const close = Date.parse(`${day}T10:50:00Z`);

  async function withDrand(given: { readonly round: number; readonly signature: string }): Promise<void> {
    await newSeason({ drand: given });
    operator.close(day);
  }

  test('goes into the seed, checked by the witness and by the verifier', async () => {
    await withDrand({ round, signature });
    for (const kind of ['signed-announcement', 'revealed', 'signed-result']) {
      for (const name of ['alpha', 'beta']) expect(await said(name, { now: close, openAt: close })).toBe(kind);
    }
    expect(verifyFiles(operator.folderOf(day))).toMatchObject({ verdict: 'same' });
  });

  test('that drand did not sign makes no result', async () => {
    await withDrand({ round: round + 1, signature });
    for (const kind of ['signed-announcement', 'revealed']) {
      for (const name of ['alpha', 'beta']) expect(await said(name, { now: close })).toBe(kind);
    }
    expect(await said('alpha')).toBe('refused drand-signature-wrong');
  });

  test('is ten minutes after the pool was last seen open, and no more than a day away', async () => {
    await withDrand({ round, signature });
    const now = timeOfRound(round) - 5000;
    expect(await said('alpha', { now, openAt: timeOfRound(round) - 599_999 })).toBe('refused drand-round-too-soon');
    expect(await said('alpha', { now: now - 86_400_000 })).toBe('refused day-ahead');
    expect(await said('alpha', { now, openAt: timeOfRound(round) - 600_000 })).toBe('signed-announcement');
    clear();
    await withDrand({ round: round + 30_000, signature });
    expect(await said('alpha', { now })).toBe('refused drand-round-too-late');
  });

  test('does not keep a witness from signing that was away', async () => {
    await withDrand({ round, signature });
    expect(await said('alpha', { now: timeOfRound(round) + 3_600_000 })).toBe('signed-announcement');
  });
});

test('a result is signed also where the operator says no more than that the next pool is open', async () => {
  await newSeason();
  operator.close(first);
  for (const kind of ['signed-announcement', 'revealed']) {
    for (const name of ['alpha', 'beta']) expect(await said(name)).toBe(kind);
  }
  operator.lie = (file) =>
    file === 'now' ? JSON.stringify({ day: second, draw: null, stage: 'open', waitsFor: [] }) : undefined;
  expect(await said('alpha')).toBe('signed-result');
  const sent = { now: Date.parse(`${second}T00:00:00Z`), sentResults: new Set([first]) };
  expect(await lookOnce(witness('alpha'), operator.seenBy('alpha'), sent)).toEqual({ kind: 'open', day: second });
  clear();
});

test('what was signed is written down, a line each', async () => {
  await newSeason();
  await wholeDay(first);
  const lines = readFileSync(join(folder, 'alpha', 'signed.tsv'), 'utf8').split('\n');
  const about = lines.map((line) => line.split('\t').slice(1, 4).join(' '));
  expect(about).toEqual([
    `registrations 1 ${first}`,
    `announcement 1 ${first}`,
    `reveal 1 ${first}`,
    `result 1 ${first}`,
    '',
  ]);
  clear();
});

function logOf(text: string): readonly DrawLogLine[] {
  const log = parseDrawLog(text);
  return log.ok ? log.value : [];
}

type Truth = Readonly<Record<(typeof asTold)[number], string>>;
const asTold = ['announcement.json', 'capacity.json', 'registrations.tsv'] as const;

async function truthOf(day: string): Promise<Truth> {
  const files = asTold.map(async (name) => [name, await operator.seenBy('alpha').file(day, name)]);
  return Object.fromEntries(await Promise.all(files)) as Truth;
}
