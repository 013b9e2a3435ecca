import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import type { CalendarWords } from '#core/language/words.ts';
import type { Instant } from '#core/time/instant.ts';
import { openPage, part, read } from '#tests/support/page-in-memory.ts';
import { PhoneClock } from './phone-clock.tsx';
import { startPhoneClock } from './start-phone-clock.ts';

const words = JSON.parse(readFileSync('locales/en/words/calendar.json', 'utf8')) as CalendarWords;
// Written without a zone: that of this machine.
const at = new Date('2027-03-09T13:05:00').getTime() as Instant;
const here = -new Date(at).getTimezoneOffset();

afterEach(() => void vi.unstubAllGlobals());

test.each([
  [
    'is said where it differs from the port’s',
    here + 60,
    ['On your phone: Tuesday, March 9, 2027 at\u00A01:05\u00A0PM'],
  ],
  ['is not said twice', here, []],
])('the time by the phone’s clock %s', (_title, portOffsetMinutes, said) => {
  openPage(<PhoneClock at={at} portOffsetMinutes={portOffsetMinutes} words={words} text="On your phone: {when}" />);
  expect(read(document.body)).toEqual([]);
  startPhoneClock(part('[data-phone-clock]'));
  expect(read(document.body)).toEqual(said);
});
