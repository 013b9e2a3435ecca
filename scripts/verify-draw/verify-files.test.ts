import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seasonOf, seasonWithMadeUpRound, signature } from '#tests/support/draw-season.ts';
import { reportOf } from './report.ts';
import { verifyFiles } from './verify-folder.ts';

const season = seasonOf('seven-drand');
const files = new Map([...season].map(([name, text]) => [name, Buffer.from(text)]));
const names = [...files.keys()];
const text = (name: string): string => season.get(name) ?? '';

/** What the verifier says when one file is another, or isn't there. */
function verifyWith(changed: Readonly<Record<string, string | Uint8Array | null>>): string {
  const all = new Map<string, Uint8Array>(files);
  for (const [name, content] of Object.entries(changed)) {
    if (content === null) all.delete(name);
    else all.set(name, Buffer.from(content));
  }
  return reportOf(verifyFiles(all)).text;
}

function replaced(name: string, from: string | RegExp, to: string): string {
  const changed = text(name).replace(from, to);
  if (changed === text(name)) throw new Error(`expected ${from} in ${name}`);
  return verifyWith({ [name]: changed });
}

describe('a whole season', () => {
  const same = /^same, resultHash [0-9a-f]{64}\n$/;

  test('is recomputed, with the slot key and without it', () => {
    expect(verifyWith({})).toMatch(same);
    const draw = text('draw.json').replace(/"slotKey": "[0-9a-f]+"/, '"slotKey": null');
    expect(verifyWith({ 'draw.json': draw, 'slots.tsv': null })).toMatch(same);
    for (const name of ['cosignatures.json', 'summary.json', 'draws.tsv', 'freed.txt'])
      expect(verifyWith({ [name]: null })).toMatch(same);
  });

  test("whose round of drand's nobody signed is found, and is not asked of files that name no season", () => {
    const madeUp = new Map([...seasonWithMadeUpRound('seven-drand')].map(([name, text]) => [name, Buffer.from(text)]));
    expect(reportOf(verifyFiles(madeUp)).text).toMatch(
      /^differs at draw.json, drandSignature\nexpected what drand's quicknet signed as round 9212492\nfound {4}1300a5/,
    );
    madeUp.delete('cosignatures.json');
    expect(reportOf(verifyFiles(madeUp)).text).toMatch(/^differs at draw.json, drandSignature\n/);
    madeUp.delete('season.json');
    expect(reportOf(verifyFiles(madeUp)).text).toMatch(same);
  });

  test('any single bit that changes in any file is found', () => {
    // Each file as often, so that the smallest is not left out. All 90,688 bits were tried once, which takes a minute.
    const someBit = fc.constantFrom(...names).chain((name) => {
      const last = (files.get(name)?.length ?? 0) - 1;
      return fc.record({ name: fc.constant(name), at: fc.nat({ max: last }), bit: fc.nat({ max: 7 }) });
    });
    fc.assert(
      fc.property(someBit, ({ name, at, bit }) => {
        const bytes = Buffer.from(files.get(name) ?? []);
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
        return !same.test(verifyWith({ [name]: bytes }));
      }),
      { numRuns: 2_500, seed: 6 },
    );
  });

  test('and of what the public gets, which lacks the slot key', () => {
    const draw = text('draw.json').replace(/"slotKey": "[0-9a-f]+"/, '"slotKey": null');
    const at = draw.indexOf('slotRoot') + 12;
    for (let index = at; index < at + 64; index += 1) {
      const bytes = Buffer.from(draw);
      bytes.writeUInt8(bytes.readUInt8(index) ^ 1, index);
      expect(verifyWith({ 'draw.json': bytes, 'slots.tsv': null, 'summary.json': null })).not.toMatch(same);
    }
  });

  test('a file cut short, or with two of its lines the other way round, or one twice, is found', () => {
    for (const name of names) {
      const [first = '', second = '', ...rest] = text(name).split(/(?<=\n)/);
      expect(verifyWith({ [name]: text(name).slice(0, -1) }), name).not.toMatch(same);
      expect(verifyWith({ [name]: text(name).slice(0, text(name).length / 2) }), name).not.toMatch(same);
      expect(verifyWith({ [name]: first + text(name) }), name).not.toMatch(same);
      if (second) expect(verifyWith({ [name]: [second, first, ...rest].join('') }), name).not.toMatch(same);
    }
  });

  test.each<[string, string, RegExp]>([
    [
      'the signatures without the keys',
      verifyWith({ 'season.json': null }),
      /^malformed: file-missing, file: season.json\n/,
    ],
    [
      'slots that nobody can check',
      replaced('draw.json', /"slotKey": "[0-9a-f]+"/, '"slotKey": null'),
      /^malformed: file-unneeded, file: slots.tsv\n/,
    ],
    [
      'a party of another name',
      replaced('season.json', 'witness-a', 'witness-z'),
      /^differs at announcement.json, parties\n/,
    ],
    [
      'another chain',
      replaced('season.json', /"tip":"./, '"tip":"x'),
      /^malformed: season-tip, at: parties\[0\].tip\n/,
    ],
    [
      'a chain of another season',
      replaced('season.json', /"tip":".{64}/, `"tip":"${'0'.repeat(64)}`),
      /^differs at season.json, parties\[0\].tip\n/,
    ],
    [
      'another key',
      replaced('season.json', /"key":".{64}/, `"key":"${'0'.repeat(63)}1`),
      /^differs at cosignatures.json, announcement\[0\]\n/,
    ],
    [
      'a signature less',
      replaced('cosignatures.json', /"summary":\["[0-9a-f]+",/, '"summary":['),
      /^malformed: cosignatures-count, at: summary\n/,
    ],
    [
      'signatures in another order',
      replaced('cosignatures.json', /\["([0-9a-f]+)","([0-9a-f]+)"\]/, '["$2","$1"]'),
      /^differs at cosignatures.json, announcement\[0\]\n/,
    ],
    [
      'another summary signed',
      replaced('cosignatures.json', /"summary":\["[0-9a-f]+"/, `"summary":["${signature('operator', '{}')}"`),
      /^differs at cosignatures.json, summary\[0\]\n/,
    ],
    ['another summary', replaced('summary.json', '"requests":null', '"requests":12'), /^differs at summary.json\n/],
    [
      'a draw that is not in the log',
      replaced('draws.tsv', /(?:.*\n){3}$/, ''),
      /^differs at draws.tsv, line 10\nexpected draw 10\nfound {4}end of the file\n/,
    ],
    [
      'another result before',
      replaced('draws.tsv', /(\n9\t.*\t).{64}(\t)/, `$1${'0'.repeat(64)}$2`),
      /^differs at draws.tsv, line 9\n/,
    ],
    [
      'two draws on a day',
      replaced('draws.tsv', /(?<=\n9\t)[\d-]+/, '2027-02-27'),
      /^malformed: draws-day-not-later, line: 9\n/,
    ],
    ['a draw left out', replaced('draws.tsv', /(?<=\n)4\t.*\n/, ''), /^malformed: draws-number, line: 4\n/],
    [
      'a link of something else',
      replaced('draws.tsv', /.{64}\n$/, `${'0'.repeat(64)}\n`),
      /^differs at draws.tsv, line 12\n/,
    ],
  ])('%s', (_, said, expected) => {
    expect(said).toMatch(expected);
  });
});
