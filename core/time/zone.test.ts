import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addHours } from './day.ts';
import type { Instant, LocalMinute, TimeZone } from './instant.ts';
import { parseInstant } from './rfc3339.ts';
import { dayIn, fieldsIn, instantAt, isTimeZone, minuteIn } from './zone.ts';

const zone = (name: string) => name as TimeZone;
const minute = (text: string) => text as LocalMinute;
const instant = (text: string) => parseInstant(text) as Instant;

describe('what clocks show', () => {
  test.each([
    ['2027-01-15T17:00:00Z', 'America/New_York', '2027-01-15T12:00', -300, 5],
    ['2027-01-15T17:00:00Z', 'America/Mexico_City', '2027-01-15T11:00', -360, 5],
    ['2027-07-15T16:00:00Z', 'America/New_York', '2027-07-15T12:00', -240, 4],
    ['2027-07-15T16:00:00Z', 'America/Mexico_City', '2027-07-15T10:00', -360, 4],
    ['2027-07-15T16:00:00Z', 'America/Tijuana', '2027-07-15T09:00', -420, 4],
    ['2027-07-15T16:00:00Z', 'America/Ciudad_Juarez', '2027-07-15T10:00', -360, 4],
    ['2027-07-15T16:00:00Z', 'America/Hermosillo', '2027-07-15T09:00', -420, 4],
    ['2027-07-15T16:00:00Z', 'America/Matamoros', '2027-07-15T11:00', -300, 4],
    ['2027-03-07T23:59:59Z', 'UTC', '2027-03-07T23:59', 0, 7],
    ['2027-03-08T00:00:00Z', 'Asia/Kathmandu', '2027-03-08T05:45', 345, 1],
  ])('%s in %s is %s', (text, name, ...[expected, offsetMinutes, weekday]) => {
    const fields = fieldsIn(instant(text), zone(name));
    expect(minuteIn(instant(text), zone(name))).toBe(expected);
    expect(dayIn(instant(text), zone(name))).toBe(expected.slice(0, 10));
    expect(fields).toMatchObject({ offsetMinutes, weekday, hour: Number(expected.slice(11, 13)) });
  });
});

describe('when clocks show a minute', () => {
  test.each([
    ['an ordinary one', '2027-01-20T08:00', 'America/Chicago', '2027-01-20T14:00:00Z'],
    ['one that daylight saving skips is an hour later', '2027-03-14T02:30', 'America/Chicago', '2027-03-14T08:30:00Z'],
    ['one that comes twice is the first', '2027-11-07T01:30', 'America/Los_Angeles', '2027-11-07T08:30:00Z'],
    ['Phoenix has no daylight saving', '2027-03-14T02:30', 'America/Phoenix', '2027-03-14T09:30:00Z'],
    ['Juárez changes with El Paso', '2027-03-14T03:00', 'America/Ciudad_Juarez', '2027-03-14T09:00:00Z'],
    ['Mexico City does not', '2027-03-14T02:30', 'America/Mexico_City', '2027-03-14T08:30:00Z'],
  ])('%s', (_title, local, ...[name, expected]) => {
    expect(instantAt(minute(local), zone(name))).toBe(instant(expected));
  });

  test('a minute that clocks show leads back to itself, in all zones of the ports', () => {
    const names = ['America/Chicago', 'America/Los_Angeles', 'America/Denver', 'America/Phoenix', 'America/New_York'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1_767_225_600, max: 1_893_456_000 }),
        fc.constantFrom(...names),
        (seconds, name) => {
          const start = (Math.floor(seconds / 60) * 60_000) as Instant;
          const shown = minuteIn(start, zone(name));
          const back = instantAt(shown, zone(name));
          expect(minuteIn(back, zone(name))).toBe(shown);
          // The second of two equal minutes in autumn leads to the first.
          expect([start, addHours(start, -1)]).toContain(back);
        },
      ),
    );
  });
});

describe('zone names', () => {
  test.each(['America/Tijuana', 'America/Ciudad_Juarez', 'UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+8'])(
    '%s is one',
    (name) => {
      expect(isTimeZone(name)).toBe(true);
    },
  );
  test.each(['', '+05:00', 'Mars/Olympus', 'America/Tijuana\u0000', '../etc/passwd', 'A'.repeat(1000)])(
    '%j is none',
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );
});
