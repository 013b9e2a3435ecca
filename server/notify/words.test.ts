import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { translatedLocales } from '#core/language/locales.ts';
import type { Instant, LocalMinute, TimeZone } from '#core/time/instant.ts';
import { wordsIn } from '#tests/support/words.ts';
import { type Notice, type NoticeKind, type NoticeWords, noticeKinds } from './contract.ts';
import { createNoticeWords } from './words.ts';

const deadlineAt = Date.UTC(2027, 2, 9, 21, 5) as Instant;
const offer: Notice = {
  kind: 'offer',
  deadlineAt,
  portZone: 'America/Tijuana' as TimeZone,
};

const inEnglish = { locale: 'en', code: '123456789012', isDiscreet: false } as const;
const inHaitian = { ...inEnglish, locale: 'ht' } as const;

const calendar = {
  months: {},
  monthsInDates: { '3': 'mas' },
  weekdays: { '2': 'madi' },
  periods: { am: 'dimaten', pm: 'aswè' },
  date: '[day] [month] [year]',
  dateWithWeekday: '[weekday] [day] [month] [year]',
  time: '[hour12]:[minute] [period]',
  dateAndTime: '[date], [time]',
  list: { two: '', middle: '', end: '' },
  number: { group: ' ', decimal: ',' },
};

const moved = {
  kind: 'moved',
  before: '2027-03-09T10:00' as LocalMinute,
  now: '2027-03-09T13:05' as LocalMinute,
} as const satisfies Notice;

function noticeOf(kind: NoticeKind): Notice {
  if (kind === 'offer') return offer;
  if (kind === 'moved') return moved;
  return kind === 'sign-of-life' ? { kind, runsOutAt: deadlineAt } : { kind };
}

let folder: string;
let words: NoticeWords;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'puente-notice-'));
  const write = (tag: string, file: string, content: unknown): void => {
    mkdirSync(join(folder, tag, 'words'), { recursive: true });
    writeFileSync(join(folder, tag, file), JSON.stringify(content));
  };
  const footer = { free: 'Li gratis.', government: 'Se pa yon sèvis gouvènman.' };
  write('ht', 'notice.json', {
    offer: { subject: 'Gen yon plas', text: 'Jiska {deadline}.\n{address}' },
    discreet: { subject: 'Gen nouvèl', text: '{address}' },
    lapsed: {},
    check: '{code}: {address}',
    brief: 'Kòd {code}',
  });
  write('ht', 'common.json', { footer });
  write('ht', 'words/calendar.json', calendar);
  write('en', 'words/calendar.json', calendar);
  for (const file of ['notice.json', 'common.json']) {
    cpSync(new URL(`../../locales/en/${file}`, import.meta.url), join(folder, 'en', file));
  }
  words = createNoticeWords({ publicUrl: 'https://puente.example', catalogsFolder: pathToFileURL(`${folder}/`) });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the words of a notice', () => {
  test('are the person’s own, with the deadline in the zone of the port and the page in her language', () => {
    const check = '1234\u00a05678\u00a09012: https://puente.example/ht/is-it-from-us';
    const footer = 'Li gratis. Se pa yon sèvis gouvènman.';
    expect(words(offer, inHaitian)).toEqual({
      subject: 'Gen yon plas',
      text: `Jiska madi 9 mas 2027, 1:05 aswè.\nhttps://puente.example/ht/status\n\n${check}\n\n${footer}`,
      brief: 'Kòd 1234\u00a05678\u00a09012',
      address: 'https://puente.example/ht/status',
    });
  });

  test('tell others nothing at all where she wants that: no deadline, no kind', () => {
    const [one, other] = [offer, { kind: 'not-chosen' } as const].map((notice) =>
      words(notice, { ...inHaitian, isDiscreet: true }),
    );
    expect(one).toEqual(other);
    expect(one?.subject).toBe('Gen nouvèl');
    expect(one?.text).not.toContain('madi');
  });

  test.each(translatedLocales)('of a time that the port moved name the old one and the new one (%s)', (locale) => {
    const ours = createNoticeWords({ publicUrl: 'https://puente.example' });
    const { subject, text, brief } = ours(moved, { ...inEnglish, locale });
    const times = [moved.before, moved.now].map((time) => wordsIn(locale).slot(time));
    expect(times.map((time) => text.split(time).length - 1)).toEqual([1, 1]);
    expect(text.indexOf(times[0] ?? '')).toBeLessThan(text.indexOf(times[1] ?? ''));
    for (const time of times) expect(subject + brief).not.toContain(time);
    const { text: discreet } = ours(moved, { ...inEnglish, locale, isDiscreet: true });
    for (const time of times) expect(discreet).not.toContain(time);
  });

  test.each(noticeKinds)('of %s are there in English, each with an own subject and the way back', (kind) => {
    const { subject, text } = words(noticeOf(kind), inEnglish);
    expect(subject).toMatch(/^Puente: .{10,60}$/);
    expect(text).toContain('https://puente.example/en/status');
    expect(text).toContain('Never pay anyone.');
    expect(text).toContain('1234\u00a05678\u00a09012');
    expect(`${subject}${text}`).not.toMatch(/[{}]|undefined/);
  });

  test('differ from kind to kind', () => {
    const subjects = noticeKinds.map((kind) => words(noticeOf(kind), inEnglish).subject);
    expect(new Set(subjects).size).toBe(noticeKinds.length);
  });

  test('that are missing stop the notice instead of showing a key', () => {
    expect(() => words({ kind: 'lapsed' }, inHaitian)).toThrow('notice');
    expect(() => words({ kind: 'confirmed' }, inHaitian)).toThrow('notice');
  });

  test('of a language without catalogs stop it too', () => {
    expect(() => words(offer, { ...inEnglish, locale: 'ru' })).toThrow('ENOENT');
  });
});
