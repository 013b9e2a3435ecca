import type { AccountId } from '#core/ids.ts';
import type { LocalDay } from '#core/time/instant.ts';
import type { Applicant, OfferView, Services } from '#server/services.ts';
import { hour, must, operator, type Town } from './town.ts';

/** Three in the afternoon, Eastern: the pool of 11 March is open until 11:00 the next morning. */
export const afternoon = '2027-03-10T15:00:00-05:00';
/** The day of that pool, and the day whose slots its draw gives. */
export const drawDay = '2027-03-11' as LocalDay;
export const slotDay = '2027-03-21' as LocalDay;

export const officer = '00000000-0000-4000-8000-000000000002' as AccountId;

/** One place at one port on that day, so that of two who ask one is not chosen. */
export async function onePlaceAt(town: Town, port: string, day: string = slotDay): Promise<void> {
  const slots = (await town.services.slots(day as LocalDay)).filter((slot) => slot.port === port);
  for (const [index, { slot }] of slots.entries()) {
    must(await town.services.setCapacity({ actor: operator, fields: { port, slot, places: index === 0 ? '1' : '0' } }));
  }
}

/** Somebody who asked in the afternoon, and was chosen the next morning. */
export async function chosenIn(town: Town): Promise<{ readonly person: Applicant; readonly offer: OfferView }> {
  const person = await town.registered('marie');
  must(await town.ask(person));
  await town.wait(20 * hour);
  return { person, offer: await offerOf(town, person) };
}

export async function offerOf(town: Town, person: Applicant): Promise<OfferView> {
  const found = await town.standing(person);
  if (found.step !== 'offered') throw new Error(`expected an offer, found ${found.step}`);
  return found.offer;
}

/** People for whom places are taken, in all slots of that day. */
export async function takenOn(town: Town, day: LocalDay = slotDay): Promise<number> {
  return (await town.services.slots(day)).reduce((sum, slot) => sum + slot.taken, 0);
}

/** A member of staff decides against her, with a note. */
export function decideAgainst(town: Town, code: string, actor: AccountId): ReturnType<Services['decideReview']> {
  return town.services.decideReview({ actor, fields: { code, reason: 'place-not-shown', note: 'no map' } });
}

/** What people were told of decisions about them. */
export async function toldOfReviews(town: Town): Promise<readonly object[]> {
  const rows = town.tools.db.kysely.selectFrom('outbox').select(['kind', 'detail']).orderBy('createdAt');
  return (await rows.execute()).filter(({ kind }) => kind === 'review-decided');
}
