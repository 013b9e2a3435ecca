import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ports } from '#core/policy/ports.ts';
import { addHours } from '#core/time/day.ts';
import type { Instant, LocalMinute } from '#core/time/instant.ts';
import { parseInstant } from '#core/time/rfc3339.ts';
import { fieldsIn, instantAt, minuteIn } from '#core/time/zone.ts';
import { deadEnds } from '#tests/support/dead-ends.ts';
import {
  afterOffer,
  canExtend,
  lapse,
  newOffer,
  type OfferAct,
  type OfferState,
  offerOutcomes,
  offerStates,
  offerTransitions,
} from './offer.ts';

const hours = { offerHours: 23, extensionHours: 23 };
const madeAt = parseInstant('2027-01-15T17:00:00Z') as Instant;
const deadlineAt = parseInstant('2027-01-16T16:00:00Z') as Instant;
const inTime = { now: deadlineAt, hours };
const tooLate = { now: (deadlineAt + 1) as Instant, hours };
const refused = (kind: string) => ({ ok: false, error: { kind } });

describe('what a person does with an offer in time', () => {
  const rows: readonly (readonly [OfferState, OfferAct, ReturnType<typeof refused> | OfferState])[] = [
    ['open', 'extend', 'extended'],
    ['open', 'confirm', 'confirmed'],
    ['open', 'decline', 'declined'],
    ['extended', 'extend', refused('offer-already-extended')],
    ['extended', 'confirm', 'confirmed'],
    ['extended', 'decline', 'declined'],
    ['confirmed', 'extend', refused('no-offer')],
    ['confirmed', 'confirm', refused('no-offer')],
    ['confirmed', 'decline', refused('no-offer')],
    ['declined', 'extend', refused('no-offer')],
    ['declined', 'confirm', refused('no-offer')],
    ['declined', 'decline', refused('no-offer')],
    ['lapsed', 'extend', refused('offer-lapsed')],
    ['lapsed', 'confirm', refused('offer-lapsed')],
    ['lapsed', 'decline', refused('offer-lapsed')],
  ];

  test.each(rows)('%s, %s', (state, act, expected) => {
    const after = afterOffer({ state, deadlineAt }, act, inTime);
    const moved = addHours(deadlineAt, act === 'extend' ? 23 : 0);
    expect(after).toEqual(
      typeof expected === 'string' ? { ok: true, value: { state: expected, deadlineAt: moved } } : expected,
    );
  });
  test('the table above names every pair', () => {
    expect(rows.length).toBe(offerStates.length * (offerOutcomes.length - 1));
  });
  test.each(rows)('a millisecond after the deadline nothing counts: %s, %s', (state, act) => {
    const kind = state === 'confirmed' || state === 'declined' ? 'no-offer' : 'offer-lapsed';
    expect(afterOffer({ state, deadlineAt }, act, tooLate)).toEqual(refused(kind));
  });
  test.each(rows)('of a held offer only declining counts after the deadline: %s, %s', (state, act, expected) => {
    const after = afterOffer({ state, deadlineAt }, act, { ...tooLate, isHeld: true });
    const late = state === 'confirmed' || state === 'declined' ? 'no-offer' : 'offer-lapsed';
    const isDeclined = act === 'decline' && typeof expected === 'string';
    expect(after).toEqual(isDeclined ? { ok: true, value: { state: expected, deadlineAt } } : refused(late));
  });
});

describe('what time does with an offer', () => {
  test.each([
    ['open', 'lapsed'],
    ['extended', 'lapsed'],
    ['confirmed', null],
    ['declined', null],
    ['lapsed', null],
  ] as const)('after the deadline %s becomes %s', (state, expected) => {
    expect(lapse({ state, deadlineAt }, tooLate.now)).toEqual(expected && { state: expected, deadlineAt });
  });
  test.each(offerStates)('up to the deadline %s does not lapse', (state) => {
    expect(lapse({ state, deadlineAt }, inTime.now)).toBeNull();
  });
});

test('no state is without a way out', () => {
  expect(deadEnds(offerTransitions)).toEqual([]);
});

test('a button to extend is there once, and in time', () => {
  expect(canExtend({ state: 'open', deadlineAt }, inTime.now)).toBe(true);
  expect(canExtend({ state: 'open', deadlineAt }, tooLate.now)).toBe(false);
  expect(canExtend({ state: 'extended', deadlineAt }, inTime.now)).toBe(false);
});

describe('23 hours and 23 hours', () => {
  test('extending early loses nothing', () => {
    const early = afterOffer(newOffer(madeAt, hours), 'extend', { now: addHours(madeAt, 1), hours });
    const late = afterOffer(newOffer(madeAt, hours), 'extend', { now: deadlineAt, hours });
    expect(early).toEqual(late);
  });

  // Noon Eastern of the days before the clocks change in the United States, and after.
  const nights = ['2027-03-12', '2027-03-13', '2027-03-14', '2027-11-05', '2027-11-06', '2027-11-07'];
  const zones = [...new Set(ports.flatMap((port) => [port.timeZone, port.across.timeZone]))];
  const cases = zones.flatMap((zone) => nights.map((day) => [zone, day] as const));

  test.each(cases)('are 46 elapsed hours in %s from %s on, and the clock there shows their end', (zone, day) => {
    const made = instantAt(`${day}T12:00` as LocalMinute, ports[0]?.timeZone ?? zone);
    const offer = newOffer(made, hours);
    const extended = afterOffer(offer, 'extend', { now: made, hours });
    if (!extended.ok) throw new Error('expected an extension');
    expect(offer.deadlineAt - made).toBe(23 * 3_600_000);
    expect(extended.value.deadlineAt - made).toBe(46 * 3_600_000);

    const shown = minuteIn(extended.value.deadlineAt, zone);
    expect(instantAt(shown, zone)).toBe(extended.value.deadlineAt);
    const moved = fieldsIn(extended.value.deadlineAt, zone).offsetMinutes - fieldsIn(made, zone).offsetMinutes;
    expect([-60, 0, 60]).toContain(moved);
    // The clock on the wall shows 46 hours later, plus what it was moved by.
    const wall = (at: Instant) => Date.parse(`${minuteIn(at, zone)}Z`) / 60_000;
    expect(wall(extended.value.deadlineAt) - wall(made)).toBe(46 * 60 + moved);
  });

  test.each([
    ['America/Chicago', '2027-03-15T11:00'],
    ['America/Matamoros', '2027-03-15T11:00'],
    ['America/Denver', '2027-03-15T10:00'],
    ['America/Ciudad_Juarez', '2027-03-15T10:00'],
    ['America/Phoenix', '2027-03-15T09:00'],
    ['America/Hermosillo', '2027-03-15T09:00'],
    ['America/Los_Angeles', '2027-03-15T09:00'],
    ['America/Tijuana', '2027-03-15T09:00'],
    ['America/Mexico_City', '2027-03-15T10:00'],
  ])('an offer of noon in Chicago on 13 March 2027, extended, ends in %s at %s', (zone, expected) => {
    const made = parseInstant('2027-03-13T18:00:00Z') as Instant;
    expect(minuteIn(addHours(newOffer(made, hours).deadlineAt, 23), zone as (typeof zones)[number])).toBe(expected);
  });

  test('whatever is done whenever, an offer ends at most 46 hours after it was made', () => {
    const acts = fc.array(
      fc.tuple(fc.constantFrom('extend', 'confirm', 'decline', 'lapse'), fc.integer({ min: 0, max: 60 })),
    );
    fc.assert(
      fc.property(acts, (steps) => {
        let offer = newOffer(madeAt, hours);
        for (const [act, hour] of [...steps].sort((one, other) => one[1] - other[1])) {
          const now = addHours(madeAt, hour);
          const after = act === 'lapse' ? null : afterOffer(offer, act, { now, hours });
          if (act === 'lapse') offer = lapse(offer, now) ?? offer;
          else if (after?.ok) offer = after.value;
          expect(offer.deadlineAt - madeAt).toBeLessThanOrEqual(46 * 3_600_000);
        }
        const end = lapse(offer, addHours(madeAt, 47)) ?? offer;
        expect(Object.keys(offerTransitions[end.state])).toEqual([]);
      }),
    );
  });
});
