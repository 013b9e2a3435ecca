import { expect, test } from 'vitest';
import { shippedPolicies } from '#core/policy/policies.ts';
import { policyNamed } from '#core/policy/policy.ts';
import { addHours } from '#core/time/day.ts';
import type { Instant } from '#core/time/instant.ts';
import { Offers } from './offers.ts';
import type { Group } from './population.ts';
import type { Stream } from './random.ts';
import { type Seeker, seekerOf } from './seeker.ts';

const policy = policyNamed('2027-01', shippedPolicies);
const now = Date.parse('2027-03-01T16:00:00Z') as Instant;
const startsAt = addHours(now, 240);

function seeker(number: number, change: Partial<Group> = {}): Seeker {
  return seekerOf({
    number,
    kind: 'honest',
    size: 1,
    ports: [],
    language: 'es',
    phone: 'good',
    arrival: 0,
    patience: 999,
    registrations: 1,
    devices: 1,
    ...change,
  });
}

/** Everybody answers after so many hours; `luck` below a share lets happen what happens with it. */
const answeringAfter = (hours: number, luck = 0.999): Stream => ({
  unit: () => luck,
  exponential: () => hours,
  happens: (share) => luck < share,
});

type Ask = { readonly seeker: Seeker; readonly ports: readonly string[]; readonly port?: string };

function drawn(offers: Offers, asks: readonly Ask[], random: Stream): void {
  const line = asks.map(({ seeker: who, ports, port }, index) => ({
    seeker: who,
    entrant: { id: who.id, size: who.size, band: 0, ports, ticket: String(index) },
    place: port === undefined ? null : ({ port, list: 'oldest' } as const),
  }));
  offers.drawn({ day: 48, now, startsAt, random, line });
}

test('who answers before the policy’s deadline has an appointment', () => {
  const [one, other] = [seeker(1), seeker(2)];
  const offers = new Offers({ policy });
  drawn(offers, [{ seeker: one, ports: ['laredo'], port: 'laredo' }], answeringAfter(23));
  drawn(offers, [{ seeker: other, ports: ['laredo'], port: 'laredo' }], answeringAfter(23.1));
  expect([one.placedOn, other.placedOn]).toEqual([48, null]);
});

test('who moves the deadline has as long again', () => {
  const one = seeker(1, { phone: 'slow' });
  drawn(new Offers({ policy }), [{ seeker: one, ports: ['laredo'], port: 'laredo' }], {
    ...answeringAfter(46),
    happens: (share) => share === 0.5,
  });
  expect(one.placedOn).toBe(48);
});

test('a place that lapsed goes to the next in line who names the port and still waits', () => {
  const [silent, elsewhere, gone, next] = [seeker(1), seeker(2), seeker(3), seeker(4)];
  const offers = new Offers({ policy });
  drawn(
    offers,
    [
      { seeker: silent, ports: ['laredo'], port: 'laredo' },
      { seeker: elsewhere, ports: ['nogales'] },
      { seeker: gone, ports: ['laredo'] },
      { seeker: next, ports: ['nogales', 'laredo'] },
    ],
    answeringAfter(30),
  );
  gone.state = 'placed';
  offers.settle(addHours(now, 22), answeringAfter(1));
  expect(next.placedOn).toBeNull();
  offers.settle(addHours(now, 23), answeringAfter(1));
  expect([silent.state, silent.placedOn, elsewhere.placedOn, gone.placedOn]).toEqual(['waiting', null, null, null]);
  expect(next.placedOn).toBe(48);
});

test('near its slot a place is handed on no more', () => {
  const [silent, next] = [seeker(1), seeker(2)];
  const offers = new Offers({ policy });
  const line = [silent, next].map((who, index) => ({
    seeker: who,
    entrant: { id: who.id, size: 1, band: 0, ports: ['laredo'], ticket: String(index) },
    place: index === 0 ? ({ port: 'laredo', list: 'oldest' } as const) : null,
  }));
  offers.drawn({ day: 0, now, startsAt: addHours(now, 50), random: answeringAfter(30), line });
  offers.settle(addHours(now, 48), answeringAfter(1));
  expect(next.placedOn).toBeNull();
});

test('the second lapse pauses, and she goes on three days later', () => {
  const one = seeker(1);
  const offers = new Offers({ policy });
  for (const count of [1, 2]) {
    drawn(offers, [{ seeker: one, ports: ['laredo'], port: 'laredo' }], answeringAfter(30));
    offers.settle(addHours(now, 48), answeringAfter(30));
    expect(one.state).toBe(count === 1 ? 'waiting' : 'paused');
  }
  expect(one.resumesOn).toBe(48 + 1 + 3);
});

test('a further registration that the live photo finds gives its place back, and stands once from then on', () => {
  const [cheat, next] = [seeker(1, { kind: 'again', registrations: 20 }), seeker(2)];
  cheat.chances = 20;
  const offers = new Offers({ policy });
  const found: Stream = { ...answeringAfter(2), happens: (share) => share > 0.5 };
  drawn(
    offers,
    [
      { seeker: cheat, ports: ['laredo'], port: 'laredo' },
      { seeker: next, ports: ['laredo'] },
    ],
    found,
  );
  offers.settle(addHours(now, 3), answeringAfter(1));
  expect([cheat.state, cheat.chances, cheat.placedOn, next.placedOn]).toEqual(['waiting', 1, null, 48]);
});
