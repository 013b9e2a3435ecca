import { describe, expect, test } from 'vitest';
import { ownLineOf, type WholeLine } from '#tests/support/own-line.ts';
import { checkOwnLine, type OwnCheck } from './check-own-line.ts';
import type { OwnLine } from './own-line.ts';
import { parseOwnLine } from './own-line-file.ts';

const placed = ownLineOf('half', 'nogales oldest');
const unplaced = ownLineOf('half', '-');

describe('what a person keeps of her draw', () => {
  const sound = JSON.stringify(placed);

  test('is read at each stage', () => {
    for (const own of [placed, unplaced, { ...placed, drawn: null }, { ...placed, drawn: null, closed: null }])
      expect(parseOwnLine(JSON.stringify(own, null, 1))).toEqual({ ok: true, value: own });
    expect(parseOwnLine(JSON.stringify({ ...placed, drawn: null, closed: null, season: null }))).toMatchObject({
      ok: true,
    });
  });

  test.each([
    ['half of it', sound.slice(0, 90), 'own-line-not-json', ''],
    ['a member more', sound.replace('{', '{"bonus":1,'), 'own-line-members', ''],
    [
      'another protocol',
      sound.replace('"protocol":"puente-draw-1"', '"protocol":"x"'),
      'own-line-protocol',
      'protocol',
    ],
    ['half a signature', sound.replace(/("promiseSignature":").{64}/, '$1'), 'own-line-signature', 'promiseSignature'],
    ['a path from nowhere', sound.replace(/"index":\d+/, '"index":9999'), 'own-line-path', 'closed'],
    ['a ticket too short', sound.replace(/("ticket":").{64}/, '$1'), 'own-line-ticket', 'drawn'],
    ['a slot without a line', sound.replace(/("slot":\{)"line":"[^"]*",/, '$1'), 'own-line-members', 'drawn.slot'],
    ['a draw before the close', JSON.stringify({ ...placed, closed: null }), 'own-line-not-closed', 'drawn'],
  ])('is malformed by %s', (_, text, ...[kind, at]) => {
    expect(text).not.toBe(sound);
    expect(parseOwnLine(text)).toEqual({ ok: false, error: { kind, at } });
  });
});

/** What is wrong with it. */
function wrongIn(own: OwnLine): readonly OwnCheck[] | string {
  const found = checkOwnLine(own);
  if (!found.ok) return found.error.kind;
  return found.value.checks.filter(({ isRight }) => !isRight).map(({ what }) => what);
}

const closedWith = (changed: Partial<WholeLine['closed']>) => ({ ...placed, closed: { ...placed.closed, ...changed } });
const drawnWith = (changed: Partial<WholeLine['drawn']>) => ({ ...placed, drawn: { ...placed.drawn, ...changed } });
const zeros = '0'.repeat(64);

describe('she checks alone', () => {
  test('that all is right, with a place and without one', () => {
    expect(checkOwnLine(placed)).toMatchObject({
      ok: true,
      value: { outcome: { place: { port: 'nogales', list: 'oldest' }, slot: '2027-03-14T12:00' } },
    });
    expect(checkOwnLine(unplaced)).toMatchObject({ ok: true, value: { outcome: { place: null, slot: null } } });
    for (const own of [placed, unplaced]) expect(wrongIn(own)).toEqual([]);
  });

  test('what has happened so far, and whose signatures are left to check', () => {
    const texts = (own: OwnLine) => {
      const found = checkOwnLine(own);
      return found.ok ? [...new Set(found.value.signed.map(({ text }) => text))] : found.error;
    };
    expect(texts(placed)).toEqual(['promise', 'announcement', 'summary']);
    expect(texts({ ...placed, drawn: null })).toEqual(['promise', 'announcement']);
    expect(texts({ ...placed, drawn: null, closed: null })).toEqual(['promise']);
    expect(texts({ ...placed, season: null })).toEqual([]);
    expect(texts(drawnWith({ signatures: [] }))).toEqual(['promise', 'announcement']);
  });

  const otherSeed = placed.drawn.summary.replace(/("seed":").{64}/, `$1${zeros}`);
  const otherCutOff = placed.drawn.summary.replace(/("nogales":\{"oldest":)[^,]*/, `$1"0 ${zeros}"`);
  test.each<[string, OwnLine, readonly OwnCheck[] | string]>([
    ['another size', closedWith({ line: placed.closed.line.replace(/\t\d+\t/, '\t9\t') }), ['list']],
    ['a path to another root', closedWith({ path: unplaced.closed.path }), ['list']],
    ['another seed', drawnWith({ summary: otherSeed }), ['seed', 'ticket', 'outcome', 'slot']],
    ['another ticket', drawnWith({ ticket: zeros }), ['ticket']],
    ['no place for her who has one', drawnWith({ outcome: '-' }), ['outcome']],
    ['a cut-off that she is not ahead of', drawnWith({ summary: otherCutOff }), ['outcome', 'slot']],
    [
      "somebody else's slot",
      drawnWith({ slot: placed.drawn.slot && { ...placed.drawn.slot, line: `${zeros}\t2027-03-14T08:00\t${zeros}` } }),
      ['slot'],
    ],
    ['no slot', drawnWith({ slot: null }), ['slot']],
    ['a signature less', closedWith({ signatures: placed.closed.signatures.slice(1) }), 'own-line-signatures-missing'],
    [
      'a party of another season',
      { ...placed, season: placed.season.replace('witness-a', 'witness-z') },
      'own-line-parties',
    ],
    [
      'a chain of another season',
      { ...placed, season: placed.season.replace(/("tip":").{64}/, `$1${zeros}`) },
      ['seed'],
    ],
  ])('and finds %s', (_, own, wrong) => {
    expect(wrongIn(own)).toEqual(wrong);
  });
});
