import { describe, expect, test } from 'vitest';
import { announce } from './announce.ts';
import { parseAnnouncement, writeAnnouncement } from './announcement.ts';

const [c, p, r, s, t] = ['c', 'd', 'e', 'f', '0'].map((digit) => digit.repeat(64));
const sound =
  `{"bands":["2025-02-01T00:00:00Z","2025-03-01T00:00:00.25Z"],"capacityHash":"${c}","count":7,"day":"2027-03-01",` +
  `"drandRound":null,"draw":3,"parties":[{"name":"operator","tip":"${t}"}],"policy":"2027-01","poolRoot":"${p}",` +
  `"previousResult":"${r}","protocol":"puente-draw-1","slotKeyHash":"${s}"}`;

describe('the announcement', () => {
  test('is read and written as the same text', () => {
    const announcement = parseAnnouncement(sound);
    if (!announcement.ok) throw new Error(JSON.stringify(announcement.error));
    expect(announcement.value).toMatchObject({ count: 7, draw: 3, drandRound: null });
    expect(writeAnnouncement(announcement.value)).toEqual({ ok: true, value: sound });
  });

  test('may name parties and policy in any script', () => {
    expect(parseAnnouncement(sound.replace('operator', 'оператор 🌉'))).toMatchObject({ ok: true });
  });

  test.each([
    ['half a file', sound.slice(0, 100), 'announcement-not-json', ''],
    ['a final newline', `${sound}\n`, 'announcement-not-canonical', ''],
    ['a round of 1.0', sound.replace('null', '1.0'), 'announcement-not-canonical', ''],
    ['a member less', sound.replace('"count":7,', ''), 'announcement-members', ''],
    ['a member more', sound.replace('"count"', '"cousin":1,"count"'), 'announcement-members', ''],
    ['another protocol', sound.replace('draw-1"', 'draw-10"'), 'announcement-protocol', 'protocol'],
    ['a day that does not exist', sound.replace('2027-03-01', '2027-04-31'), 'announcement-day', 'day'],
    ['a count below zero', sound.replace(':7', ':-7'), 'announcement-count', 'count'],
    ['a minus before zero', sound.replace(':7', ':-0'), 'announcement-not-canonical', ''],
    ['draw 0', sound.replace('"draw":3', '"draw":0'), 'announcement-draw', 'draw'],
    ['round 0', sound.replace('null', '0'), 'announcement-drand-round', 'drandRound'],
    ['a round as text', sound.replace('null', '"1"'), 'announcement-drand-round', 'drandRound'],
    ['a policy that is no text', sound.replace('"2027-01"', '2027'), 'announcement-policy', 'policy'],
    ['half a character', sound.replace('2027-01"', '\\ud83d"'), 'announcement-policy', 'policy'],
    ['a capacity hash too short', sound.replace('cccc', ''), 'announcement-hash', 'capacityHash'],
    ['a pool root in capitals', sound.replace('dddd', 'DDDD'), 'announcement-hash', 'poolRoot'],
    ['a result before of null', sound.replace(`"${r}"`, 'null'), 'announcement-hash', 'previousResult'],
    ['a slot key hash with a space', sound.replace('ffff', 'fff '), 'announcement-hash', 'slotKeyHash'],
    ['bands that are no list', sound.replace(/\[.*?\]/, '{}'), 'announcement-members', 'bands'],
    ['a bound with an offset', sound.replace('00Z', '00+00:00'), 'announcement-band-time', 'bands[0]'],
    ['a bound that is a day', sound.replace('T00:00:00Z', ''), 'announcement-band-time', 'bands[0]'],
    ['a bound on 29 February 2025', sound.replace('-03-01T', '-02-29T'), 'announcement-band-time', 'bands[1]'],
    ['bounds out of order', sound.replace('2025-02', '2026-02'), 'announcement-bands-unsorted', 'bands[1]'],
    [
      'the same bound twice, written in two ways',
      sound.replace('2025-02-01T00:00:00Z', '2025-03-01T00:00:00.2500Z'),
      'announcement-bands-unsorted',
      'bands[1]',
    ],
    ['no party', sound.replace(/\[\{.*?\}\]/, '[]'), 'announcement-without-party', 'parties'],
    ['parties that are no list', sound.replace(/\[\{.*?\}\]/, 'null'), 'announcement-members', 'parties'],
    ['a party with a key', sound.replace('"tip"', '"key":"","tip"'), 'announcement-members', 'parties[0]'],
    ['a party without a name', sound.replace('"operator"', 'null'), 'announcement-party-name', 'parties[0].name'],
    ['a tip too short', sound.replace('0000000000', '000'), 'announcement-tip', 'parties[0].tip'],
  ])('is malformed by %s', (_, text, ...[kind, at]) => {
    expect(text).not.toBe(sound);
    expect(parseAnnouncement(text)).toEqual({ ok: false, error: { kind, at } });
  });

  test('a whole second sorts before its fractions', () => {
    const bounds = '"2025-02-01T00:00:00Z","2025-02-01T00:00:00.5Z","2025-02-01T00:00:10Z"';
    expect(parseAnnouncement(sound.replace(/\[.*?\]/, `[${bounds}]`))).toMatchObject({ ok: true });
  });
});

describe('announcing', () => {
  const id = 'a'.repeat(64);
  const input = {
    pool: `${id}\t1\t0\tlaredo\n`,
    capacity:
      '{"day":"2027-03-01","maxGroup":12,"oldestShare":5000,"ports":[{"port":"laredo","slots":' +
      '[{"places":5,"slot":"2027-03-11T08:00"}]}],"protocol":"puente-draw-1"}',
    bands: [],
    draw: 1,
    drandRound: null,
    parties: [{ name: 'operator', tip: t ?? '' }],
    policy: '2027-01',
    previousResult: null,
    slotKey: s ?? '',
  };

  test('the first draw of a season names 64 zeros as the result before', () => {
    const text = announce(input);
    expect(parseAnnouncement(text.ok ? text.value : '')).toMatchObject({
      value: { previousResult: '0'.repeat(64), day: '2027-03-01', count: 1 },
    });
  });

  test.each([
    ['a malformed pool', { ...input, pool: `${id}\t13\t0\tlaredo\n` }, 'pool-size-over-max-group'],
    ['a band without its bound', { ...input, pool: `${id}\t1\t1\tlaredo\n` }, 'pool-band-not-announced'],
    ['a malformed capacity', { ...input, capacity: '{}' }, 'capacity-members'],
    ['a draw 0', { ...input, draw: 0 }, 'announcement-draw'],
    ['a malformed tip', { ...input, parties: [{ name: 'operator', tip: '' }] }, 'announcement-tip'],
  ])('%s is refused before the close, never skipped', (_, broken, kind) => {
    expect(announce(broken)).toMatchObject({ ok: false, error: { kind } });
  });
});
