import { assumptions } from './assumptions.ts';
import type { Group } from './population.ts';
import type { Stream } from './random.ts';
import type { PhaseName } from './rule-sets.ts';

/** With how many registrations a group stands in one draw, after the checks of the day. */
export function chancesOf({ registrations, devices, kind }: Group, rules: Rules, random: Stream): number {
  if (registrations === 1) return 1;
  const { phase, day, deviceLimit } = rules;
  if (phase === 'phase-1' || phase === 'phase-2') return registrations;
  const isControlled = phase === 'today' || day >= assumptions.controlsFrom.value;
  if (!isControlled) return registrations;
  const limit = phase === 'today' ? deviceLimit : assumptions.historicDeviceLimit.value;
  const found = phase === 'today' ? assumptions.foundToday.value : assumptions.foundHistoric.value;
  // In each member's registration all others stand, too: it stays hidden only where nobody of them is found.
  const hidden = (1 - found) ** (kind === 'each-member' ? registrations : 1);
  let chances = 1;
  for (let further = Math.min(registrations, devices * limit) - 1; further > 0; further -= 1)
    if (random.happens(hidden)) chances += 1;
  return chances;
}

export type Rules = { readonly phase: PhaseName; readonly day: number; readonly deviceLimit: number };
