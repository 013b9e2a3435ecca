import type { Capacity, PortCapacity } from './capacity.ts';
import { concat, fromHex, type Hash, nobleHash, toHex, utf8 } from './hash.ts';
import type { ListName, Place } from './place-list.ts';
import type { Shuffled } from './ticket.ts';

/** A request that got a place, and its slot (`YYYY-MM-DDTHH:MM`, local at the port). */
export type Chosen = {
  readonly id: string;
  readonly size: number;
  readonly port: string;
  readonly list: ListName;
  readonly slot: string;
};

/** All requests in ticket order. */
type InOrder = Pick<Shuffled, 'length' | 'idAt' | 'restAt'>;

const noncePrefix = utf8('nonce/');

type Kept = Omit<Chosen, 'slot'> & { readonly key: string };

/**
 * Section 4. Slots follow from a key of the operator's, committed to in the announcement: nobody else should know when
 * a family stands at a bridge, and the operator can't choose. Gives the chosen sorted by id; `slotKey` is 64 hex.
 */
export function assignSlots(
  { shuffled, places, capacity }: { shuffled: InOrder; places: readonly Place[]; capacity: Capacity },
  slotKey: string,
  hash: Hash = nobleHash,
): readonly Chosen[] {
  const key = fromHex(slotKey);
  const keptByPort = new Map<string, Kept[]>(capacity.ports.map(({ port }) => [port, []]));
  for (let index = 0; index < shuffled.length; index += 1) {
    const place = places[index];
    if (!place) continue;
    const id = shuffled.idAt(index);
    const { size } = shuffled.restAt(index);
    keptByPort.get(place.port)?.push({ id, size, ...place, key: toHex(hash.hmacSha256(key, fromHex(id))) });
  }
  const chosen = capacity.ports.flatMap((port) => alongTheSlots(keptByPort.get(port.port) ?? [], port));
  return chosen.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The slot file: `id TAB slot TAB nonce` for each. The nonce keeps a line from being guessed out of the tree. */
export function writeSlots(chosen: readonly Chosen[], slotKey: string, hash: Hash = nobleHash): string {
  const key = fromHex(slotKey);
  return chosen.map(({ id, slot }) => `${id}\t${slot}\t${nonceOf(key, id, hash)}\n`).join('');
}

function nonceOf(key: Uint8Array, id: string, hash: Hash): string {
  return toHex(hash.hmacSha256(key, concat(noncePrefix, fromHex(id))));
}

/** A group gets the slot in which its first member's place falls, on the line of all slots laid end to end. */
function alongTheSlots(kept: readonly Kept[], { slots }: PortCapacity): readonly Chosen[] {
  const line = [...kept].sort((a, b) => (a.key < b.key ? -1 : 1));
  const chosen: Chosen[] = [];
  let x = 0;
  let slotIndex = 0;
  let slotEnd = slots[0]?.places ?? 0;
  for (const { id, size, port, list } of line) {
    while (x >= slotEnd && slotIndex < slots.length - 1) {
      slotIndex += 1;
      slotEnd += slots[slotIndex]?.places ?? 0;
    }
    chosen.push({ id, size, port, list, slot: slots[slotIndex]?.slot ?? '' });
    x += size;
  }
  return chosen;
}
