import { expect, test } from 'vitest';
import { seasonOf } from '#tests/support/draw-season.ts';
import { parseSummary, writeSummary } from './summary.ts';

const season = seasonOf('seven-drand');
const sound = season.get('summary.json') ?? '';
const zeros = '0'.repeat(64);

test('a summary is read and written as the same text', () => {
  const summary = parseSummary(sound);
  if (!summary.ok) throw new Error(JSON.stringify(summary.error));
  expect(writeSummary({ ...summary.value, announcement: season.get('announcement.json') ?? '' })).toBe(sound);
});

test.each([
  ['half of it', sound.slice(0, 90), 'summary-not-json', ''],
  ['a final newline', `${sound}\n`, 'summary-not-canonical', ''],
  ['a member less', sound.replace(/"seed":"\w+",/, ''), 'summary-members', ''],
  ['another protocol', sound.replace('draw-1"', 'draw-2"'), 'summary-protocol', 'protocol'],
  ['a seed in capitals', sound.replace(/("seed":").{64}/, `$1${'A'.repeat(64)}`), 'summary-form', 'seed'],
  ['half a root', sound.replace(/("slotRoot":").{32}/, '$1'), 'summary-form', 'slotRoot'],
  ['half a result', sound.replace(/("resultHash":").{32}/, '$1'), 'summary-form', 'resultHash'],
  ['half an announcement', sound.replace(/("announcementHash":").{32}/, '$1'), 'summary-form', 'announcementHash'],
  ['half a reveal', sound.replace(/("reveals":\[").{32}/, '$1'), 'summary-form', 'reveals'],
  ['a count below zero', sound.replace(/"requests":null/, '"requests":-1'), 'summary-form', 'counts'],
  ['a cut-off without a band', sound.replace(/("oldest":)[^,]*/, `$1"${zeros}"`), 'summary-form', 'cutOffs'],
  ['an odd digit of drand', sound.replace(/("drandSignature":")./, '$1'), 'summary-form', 'drandSignature'],
])('a summary is malformed by %s', (_, text, ...[kind, at]) => {
  expect(text).not.toBe(sound);
  expect(parseSummary(text)).toEqual({ ok: false, error: { kind, at } });
});
