import type { Act } from './acts.ts';
import type { Tally } from './tally.ts';

/**
 * How often each kind of act has to end so in the acts that `npm test` plays, at the least: about half of what it was.
 * `admit` takes somebody who was left uncounted: the acts of a random run take her out again. Six register and two sign in
 * before the first act, which are counted as well: none of these acts registers anybody else, and so none is asked for.
 */
const acts: Readonly<Record<Exclude<Act['kind'], 'admit' | 'register'>, Readonly<Record<string, number>>>> = {
  'accept-terms': { ok: 2 },
  add: { 'adult group': 2, 'child group': 2, 'newborn confirmation': 2 },
  ask: { ok: 8, 'window-closed': 1 },
  'ask-for-help': { 'ask ok': 3, 'confirm ok': 1 },
  cancel: { ok: 2 },
  'change-terms': { ok: 1 },
  'choose-ports': { ok: 3 },
  close: { ok: 2 },
  confirm: { confirmation: 3 },
  decide: { 'for ask ok': 1, 'for confirm ok': 1, 'against ask ok': 1, 'against confirm ok': 1 },
  decline: { ok: 2 },
  delete: { ok: 1 },
  draw: { ok: 1 },
  edit: { 'phone ok': 2, 'photo ok': 1 },
  extend: { ok: 1 },
  join: { ok: 2 },
  leave: { ok: 1 },
  miss: { ok: 1 },
  move: { ok: 1 },
  'name-guardian': { ok: 3 },
  open: { 'pool-already-open': 1 },
  remove: { ok: 2 },
  rush: { ok: 8 },
  'sign-in': { ok: 3 },
  split: { ok: 1 },
  'still-waiting': { ok: 1 },
  wait: { ok: 15 },
  withdraw: { 'all ok': 1, 'today ok': 1 },
};

/** What has to come of them: what was told, how a wish and a place went on, where people stood. */
const outcomes: Readonly<Record<string, number>> = {
  'told offer': 6,
  'told confirmed': 6,
  'told cancelled': 2,
  'told lapsed': 1,
  'told missed': 1,
  'told moved': 1,
  'told review-decided': 2,
  'told sign-of-life': 1,
  'told standing-paused': 1,
  'told terms-changed': 1,
  'wish live -': 6,
  'wish ended withdrawn': 1,
  'wish paused booked': 3,
  'wish paused cancelled': 2,
  'wish paused declined': 1,
  'wish paused missed': 1,
  'wish paused no-sign': 1,
  'wish paused terms-changed': 1,
  'place free cancelled': 2,
  'place free declined': 2,
  'place free lapsed': 1,
  'stands closed': 1,
  'stands joined': 2,
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
