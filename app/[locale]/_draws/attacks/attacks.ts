import type { Attempt } from './evidence.ts';
import type { AttackKind } from './kinds.ts';
import { again, favour, otherSecret, places, reseal, swap, withhold } from './on-files.ts';
import { collude, follow, invent, leaveOut, older, twoLists, younger } from './on-people.ts';

/** Each really changes a small draw, and really runs the check that anybody can run. */
export const attacks: Readonly<Record<AttackKind, () => Attempt | Promise<Attempt>>> = {
  favour,
  swap,
  places,
  reseal,
  withhold,
  'other-secret': otherSecret,
  again,
  'leave-out': leaveOut,
  younger,
  older,
  invent,
  'two-lists': twoLists,
  follow,
  collude,
};
