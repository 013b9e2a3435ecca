import type { Act } from './acts.ts';
import type { Tally } from './tally.ts';

/**
 * How often each kind of act has to end so in the acts that `npm test` plays, at the least: about half of what it was.
 * `admit` takes somebody who was left uncounted: the acts of a random run take her out again. What comes before the first
 * act counts for nothing.
 */
const acts: Readonly<Record<Exclude<Act['kind'], 'admit'>, Readonly<Record<string, number>>>> = {
  'accept-terms': { ok: 1 },
  add: { 'adult group': 2, 'child group': 2, 'newborn confirmation': 2 },
  ask: { ok: 8, 'window-closed': 2 },
  'ask-for-help': { 'ask ok': 2, 'confirm ok': 2, 'confirm no-offer': 1 },
  cancel: { ok: 2, 'no-appointment': 1, 'appointment-over': 1 },
  'change-terms': { ok: 1 },
  'choose-ports': { ok: 2 },
  close: { ok: 2 },
  confirm: { confirmation: 3, 'no-offer': 1, 'offer-lapsed': 1, 'presence-missed': 1 },
  decide: { 'for ask ok': 1, 'for confirm ok': 1, 'against ask ok': 1, 'against confirm ok': 1 },
  decline: { ok: 2 },
  delete: { ok: 1 },
  draw: { ok: 1, 'pool-not-closed': 1 },
  edit: {
    'phone ok': 2,
    'photo ok': 1,
    'photo group-frozen': 1,
    'by a guest free ok': 2,
    'by a guest waiting ok': 1,
  },
  extend: { ok: 2 },
  join: { ok: 2 },
  leave: { ok: 1, 'not-found': 1 },
  miss: { ok: 1, 'slot-not-over': 1 },
  move: { ok: 1, fields: 1 },
  'name-guardian': { ok: 2 },
  open: { ok: 1, 'pool-already-open': 1 },
  register: { ok: 1 },
  remove: { ok: 2 },
  rush: { ok: 6 },
  'sign-in': { ok: 1 },
  split: { ok: 1, fields: 1 },
  'still-waiting': { ok: 1, 'no-standing-request': 1 },
  wait: { 'hours ok': 10, 'days ok': 2, 'weeks ok': 2 },
  withdraw: { 'all ok': 1, 'today ok': 1, 'today nothing-to-withdraw': 1 },
};

/** What has to come of them: what was told, how a wish and a place went on, where people stood. */
const outcomes: Readonly<Record<string, number>> = {
  'told offer': 8,
  'told confirmed': 5,
  'told cancelled': 2,
  'told lapsed': 2,
  'told missed': 1,
  'told moved': 1,
  'told not-chosen': 2,
  'told review-decided': 2,
  'told sign-of-life': 1,
  'told standing-paused': 1,
  'told terms-changed': 1,
  'wish live -': 6,
  'wish ended withdrawn': 1,
  'wish paused booked': 2,
  'wish paused cancelled': 1,
  'wish paused declined': 1,
  'wish paused lapsed-twice': 1,
  'wish paused missed': 1,
  'wish paused no-sign': 1,
  'wish paused terms-changed': 1,
  'place free cancelled': 2,
  'place free declined': 2,
  'place free lapsed': 2,
  'place give next': 1,
  'place gone not-waiting': 1,
  'stands closed': 1,
  'stands held': 1,
  'stands joined': 2,
  'stands not-chosen': 1,
};

/** Words of what happened less often than it has to, with both numbers. */
export function tooSeldom(tally: Tally): readonly string[] {
  const ofActs = Object.entries(acts).flatMap(([kind, answers]) =>
    Object.entries(answers).map(([answer, floor]) => [`${kind} ${answer}`, floor] as const),
  );
  return [...ofActs, ...Object.entries(outcomes)].flatMap(([words, floor]) => {
    const count = tally.get(words) ?? 0;
    return count < floor ? [`${words}: expected ${floor} or more, found ${count}`] : [];
  });
}
