import { describe, expect, test } from 'vitest';
import { parseCosignatures, writeCosignatures } from './cosignatures.ts';
import { appendDraw, parseDrawLog, writeDrawLog } from './draws-log.ts';
import { parseSeason, writeSeason } from './season.ts';

const [a, b, t] = ['a', 'b', '0'].map((digit) => digit.repeat(64)) as [string, string, string];
const season =
  `{"parties":[{"key":"${a}","name":"operator","tip":"${t}"},` +
  `{"key":"${b}","name":"witness","tip":"${t}"}],"protocol":"puente-draw-1"}`;
const [one, two] = [a + a, b + b];
const cosignatures = `{"announcement":["${one}","${two}"],"protocol":"puente-draw-1","summary":["${two}","${one}"]}`;

describe('the season', () => {
  test('is read and written as the same text', () => {
    const read = parseSeason(season);
    expect(read.ok && writeSeason(read.value)).toEqual({ ok: true, value: season });
  });

  test.each([
    ['half a file', season.slice(0, 50), 'season-not-json', ''],
    ['a final newline', `${season}\n`, 'season-not-canonical', ''],
    ['a member more', season.replace('{"parties"', '{"bonus":1,"parties"'), 'season-members', ''],
    ['parties that are no list', season.replace(/\[.*\]/, '{}'), 'season-members', ''],
    ['another protocol', season.replace('draw-1', 'draw-2'), 'season-protocol', 'protocol'],
    ['no party', season.replace(/\[.*\]/, '[]'), 'season-without-party', 'parties'],
    ['a party without a tip', season.replace(`,"tip":"${t}"`, ''), 'season-members', 'parties[0]'],
    ['a name that is no text', season.replace('"witness"', '7'), 'season-party-name', 'parties[1].name'],
    ['a key in capitals', season.replace(b, b.toUpperCase()), 'season-key', 'parties[1].key'],
    ['one key for two', season.replace(b, a), 'season-key-twice', 'parties[1].key'],
    ['half a tip', season.replace('00000000', ''), 'season-tip', 'parties[0].tip'],
  ])('is malformed by %s', (_, text, ...[kind, at]) => {
    expect(text).not.toBe(season);
    expect(parseSeason(text)).toEqual({ ok: false, error: { kind, at } });
  });
});

describe('the cosignatures', () => {
  test('are read and written as the same text', () => {
    const read = parseCosignatures(cosignatures);
    expect(read.ok && writeCosignatures(read.value)).toBe(cosignatures);
  });

  test.each([
    ['half a file', cosignatures.slice(0, 50), 'cosignatures-not-json', ''],
    ['white space', cosignatures.replace(',', ', '), 'cosignatures-not-canonical', ''],
    ['a member less', cosignatures.replace('"protocol":"puente-draw-1",', ''), 'cosignatures-members', ''],
    ['another protocol', cosignatures.replace('draw-1', 'draw-2'), 'cosignatures-protocol', 'protocol'],
    ['a list that is none', cosignatures.replace(/\[.*?\]/, 'null'), 'cosignatures-members', 'announcement'],
    ['half a signature', cosignatures.replace(two, b), 'cosignatures-form', 'announcement[1]'],
    [
      'a signature in capitals',
      cosignatures.replace(`"${one}"]`, `"${one.toUpperCase()}"]`),
      'cosignatures-form',
      'summary[1]',
    ],
  ])('are malformed by %s', (_, text, ...[kind, at]) => {
    expect(text).not.toBe(cosignatures);
    expect(parseCosignatures(text)).toEqual({ ok: false, error: { kind, at } });
  });
});

describe('the log of draws', () => {
  const first = appendDraw(null, { day: '2027-03-01', announcementHash: a, resultHash: b });
  const log = writeDrawLog([first, appendDraw(first, { day: '2027-03-02', announcementHash: b, resultHash: a })]);

  test('is read and written as the same text', () => {
    const read = parseDrawLog(log);
    expect(read.ok && writeDrawLog(read.value)).toBe(log);
    expect(parseDrawLog('')).toEqual({ ok: true, value: [] });
  });

  test.each([
    ['no newline at the end', log.slice(0, -1), 'draws-no-last-newline', 2],
    ['a field less', log.replace('2027-03-01\t', ''), 'draws-fields', 1],
    ['a field more', log.replace('\n', '\tmore\n'), 'draws-fields', 1],
    ['an empty line', `${log}\n`, 'draws-fields', 3],
    ['a draw that is not the next', log.replace('\n2\t', '\n3\t'), 'draws-number', 2],
    ['a number with a leading zero', log.replace('1\t', '01\t'), 'draws-number', 1],
    ['a day that does not exist', log.replace('03-01', '02-29'), 'draws-form', 1],
    ['a hash in capitals', log.replace(a, a.toUpperCase()), 'draws-form', 1],
    ['a day twice', log.replace('03-02', '03-01'), 'draws-day-not-later', 2],
  ])('is malformed by %s', (_, text, ...[kind, line]) => {
    expect(text).not.toBe(log);
    expect(parseDrawLog(text)).toEqual({ ok: false, error: { kind, line } });
  });
});
