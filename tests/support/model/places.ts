import type { PortCode, RequestId } from '#core/ids.ts';
import { portOf } from '#core/policy/ports.ts';
import type { Instant, LocalMinute, TimeZone } from '#core/time/instant.ts';
import { instantAt } from '#core/time/zone.ts';
import { type Ask, type Model, type Offer, policy, slotAt } from './model.ts';

export const zone = policy.requestWindow.timeZone as TimeZone;

export function makeOffer(
  model: Model,
  ask: Ask,
  { port, slot, deadlineAt }: { readonly port: PortCode; readonly slot: LocalMinute; readonly deadlineAt: Instant },
): Offer {
  ask.state = 'chosen';
  ask.endedAt = null;
  const { size } = ask;
  const offer: Offer = { ask, port, slot, size, state: 'open', madeAt: model.now, deadlineAt, misses: 0 };
  model.offers.push(offer);
  slotAt(model, port, slot).taken += size;
  return offer;
}

/** The instant at which the slot begins. */
export function beginsAt({ port }: { readonly port: PortCode }, slot: LocalMinute): Instant {
  return instantAt(slot, portOf(port).timeZone);
}

/** Of these ids, which came first; for those who do something at the same instant. */
export function placeIn(order: readonly RequestId[], { id }: Ask): number {
  return id ? order.indexOf(id) : -1;
}
