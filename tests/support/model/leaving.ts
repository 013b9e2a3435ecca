import { endBooking, endOffer, isPast } from './answering.ts';
import { moveHome } from './grouping.ts';
import { bookedOf, groupOf, liveOffer, type Model, theGroup, withdrawHelp } from './model.ts';

/**
 * Everything about her goes, and what she held is free at once. Lines of draws stay, as nobody's; who came to her group
 * goes home, and hers come home to go with her.
 */
export function deleteAccount(model: Model, who: string): string {
  const group = groupOf(model, who);
  if (!group) return 'nobody';
  for (const other of model.groups.values()) if (other.joinedInto === group.id) moveHome(model, other, group);
  if (group.joinedInto) moveHome(model, group, theGroup(model, group.joinedInto));
  withdrawHelp(model, group.id, 'confirm');
  const offer = liveOffer(model, group.id);
  if (offer) endOffer(model, offer, isPast(model, offer) ? 'lapsed' : 'declined');
  const booked = bookedOf(model, group.id);
  if (booked) endBooking(model, booked);
  const stay = model.asks.filter(({ groupId, state }) => {
    return groupId !== group.id || (state !== 'waiting' && state !== 'withdrawn');
  });
  model.asks.splice(0, Infinity, ...stay);
  for (const ask of model.asks) if (ask.groupId === group.id) ask.groupId = null;
  const others = model.helps.filter(({ groupId }) => groupId !== group.id);
  model.helps.splice(0, Infinity, ...others);
  model.groups.delete(group.id);
  model.accounts.delete(who);
  return 'ok';
}
