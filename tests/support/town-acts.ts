import type { LocalDay } from '#core/time/instant.ts';
import { must, operator, type Town } from './town.ts';

/** One place at one port on that day, so that of two who ask one is not chosen. */
export async function onePlaceAt(town: Town, port: string, day: string): Promise<void> {
  const slots = (await town.services.slots(day as LocalDay)).filter((slot) => slot.port === port);
  for (const [index, { slot }] of slots.entries()) {
    must(await town.services.setCapacity({ actor: operator, fields: { port, slot, places: index === 0 ? '1' : '0' } }));
  }
}
