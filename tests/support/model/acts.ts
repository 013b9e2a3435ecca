import fc from 'fast-check';
import type { PortCode } from '#core/ids.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Six who are registered at the beginning, and two who may take over people who leave a group. */
export const heads = ['ana', 'ben', 'cleo', 'dora', 'emil', 'fatou'] as const;
export const everybody = [...heads, 'gil', 'hawa'] as const;

export type Name = (typeof everybody)[number];

const who = fc.constantFrom(...everybody);
const port = fc.constantFrom('laredo' as PortCode, 'laredo' as PortCode, 'nogales' as PortCode);
const portsInOrder: fc.Arbitrary<readonly PortCode[]> = fc.uniqueArray(port, { minLength: 1 });
const pick = fc.nat(99);

/** What people, officers and the clock can do. A `pick` is of those there are at that moment. */
export const act = fc.oneof(
  of(6, { kind: fc.constant('ask'), who, pick, isStanding: mostly(4), isInside: mostly(12) }),
  of(3, { kind: fc.constant('confirm'), who, pick, isMiss: mostly(3).map((one) => !one) }),
  of(3, { kind: fc.constantFrom('decline', 'cancel', 'extend'), who, pick }),
  of(1, { kind: fc.constantFrom('still-waiting', 'sign-in'), who, pick }),
  of(1, { kind: fc.constant('accept-terms'), who, pick }),
  of(1, { kind: fc.constant('withdraw'), who, pick, isAll: fc.boolean() }),
  of(1, { kind: fc.constant('choose-ports'), who, pick, ports: portsInOrder }),
  of(2, { kind: fc.constant('ask-for-help'), who, pick, step: fc.constantFrom('confirm', 'confirm', 'ask') }),
  of(4, { kind: fc.constant('edit'), who, pick, step: fc.constantFrom('phone', 'photo'), isGuest: fc.boolean() }),
  of(2, { kind: fc.constant('add'), who, pick, age: fc.constantFrom('adult', 'child', 'newborn', 'newborn') }),
  of(3, { kind: fc.constantFrom('admit', 'remove', 'split'), who, pick }),
  of(1, { kind: fc.constant('name-guardian'), who, pick }),
  of(2, { kind: fc.constant('join'), who, pick, into: who }),
  of(1, { kind: fc.constant('leave'), who, pick }),
  of(1, { kind: fc.constant('delete'), who }),
  of(2, { kind: fc.constant('register'), who, pick, ports: portsInOrder }),
  of(2, { kind: fc.constant('decide'), pick, isFor: mostly(3), isOther: fc.boolean() }),
  of(1, { kind: fc.constant('miss'), pick }),
  of(2, { kind: fc.constant('move'), pick }),
  of(2, { kind: fc.constantFrom('close', 'draw', 'open'), pick }),
  // Everybody who can asks for the same day: some are left out.
  of(3, { kind: fc.constant('rush'), pick, isStanding: mostly(3) }),
  of(1, { kind: fc.constant('change-terms'), pick }),
  of(6, {
    kind: fc.constant('wait'),
    milliseconds: fc.constantFrom(minute, hour, 5 * hour, 20 * hour, 20 * hour, day),
  }),
  of(1, { kind: fc.constant('wait'), milliseconds: fc.constantFrom(40 * hour, 3 * day, 9 * day, 26 * day) }),
);
export type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

/** True but once in so many times. */
function mostly(times: number): fc.Arbitrary<boolean> {
  return fc.nat(times - 1).map(Boolean);
}

function of<const Fields extends Readonly<Record<string, fc.Arbitrary<unknown>>>>(weight: number, fields: Fields) {
  type Made = { readonly [Key in keyof Fields]: Fields[Key] extends fc.Arbitrary<infer Value> ? Value : never };
  return { weight, arbitrary: fc.record(fields) as unknown as fc.Arbitrary<Made> };
}

/** In a line, to be read by whoever looks for what broke. */
export function inWords(one: Act): string {
  const { kind, ...rest } = one;
  return [kind, ...Object.entries(rest).map(([name, value]) => `${name}=${String(value)}`)].join(' ');
}
