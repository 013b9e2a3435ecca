import { canonicalJson, exactMembers, parseJson } from './canonical-json.ts';
import { isDay, isIntegerBetween, isPortCode, isSlot, protocol } from './forms.ts';
import { err, ok, type Result } from './result.ts';

/** Section 1. `places` counts people, `slot` is `YYYY-MM-DDTHH:MM` local at the port, `oldestShare` basis points. */
export type Capacity = {
  readonly day: string;
  readonly maxGroup: number;
  readonly oldestShare: number;
  readonly ports: readonly PortCapacity[];
  readonly protocol: typeof protocol;
};

export type PortCapacity = { readonly port: string; readonly slots: readonly SlotCapacity[] };
export type SlotCapacity = { readonly places: number; readonly slot: string };

/** `at` names the place, such as `ports[2].slots[0]`. */
export type CapacityError = { readonly kind: CapacityErrorKind; readonly at: string };

type CapacityErrorKind =
  | 'capacity-not-json'
  | 'capacity-not-canonical'
  | 'capacity-members'
  | 'capacity-protocol'
  | 'capacity-day'
  | 'capacity-max-group'
  | 'capacity-oldest-share'
  | 'capacity-port-code'
  | 'capacity-port-twice'
  | 'capacity-ports-unsorted'
  | 'capacity-port-without-slots'
  | 'capacity-slot'
  | 'capacity-slot-twice'
  | 'capacity-slots-unsorted'
  | 'capacity-places'
  | 'capacity-places-sum';

export function parseCapacity(text: string): Result<Capacity, CapacityError> {
  const json = parseJson(text);
  if (json === undefined) return err({ kind: 'capacity-not-json', at: '' });
  const capacity = checkCapacity(json);
  if (capacity.ok && canonicalJson(capacity.value) !== text) return err({ kind: 'capacity-not-canonical', at: '' });
  return capacity;
}

/** The capacity's bytes as text, ports and slots sorted as they have to be. */
export function writeCapacity(capacity: Omit<Capacity, 'protocol'>): Result<string, CapacityError> {
  const ports = [...capacity.ports].sort((a, b) => (a.port < b.port ? -1 : 1));
  const sorted = ports.map(({ port, slots }) => ({
    port,
    slots: [...slots].sort((a, b) => (a.slot < b.slot ? -1 : 1)).map(({ places, slot }) => ({ places, slot })),
  }));
  const { day, maxGroup, oldestShare } = capacity;
  const checked = checkCapacity({ day, maxGroup, oldestShare, ports: sorted, protocol });
  return checked.ok ? ok(canonicalJson(checked.value)) : checked;
}

/** C_p of section 3: the people that a port's slots hold. */
export function placesOf(port: PortCapacity): number {
  return port.slots.reduce((sum, slot) => sum + slot.places, 0);
}

function checkCapacity(json: unknown): Result<Capacity, CapacityError> {
  const top = exactMembers(json, ['day', 'maxGroup', 'oldestShare', 'ports', 'protocol']);
  if (!top || !Array.isArray(top.ports)) return err({ kind: 'capacity-members', at: '' });
  const { day, maxGroup, oldestShare } = top;
  if (top.protocol !== protocol) return err({ kind: 'capacity-protocol', at: 'protocol' });
  if (!isDay(day)) return err({ kind: 'capacity-day', at: 'day' });
  if (!isIntegerBetween(maxGroup, 1)) return err({ kind: 'capacity-max-group', at: 'maxGroup' });
  if (!isIntegerBetween(oldestShare, 0, 10_000)) return err({ kind: 'capacity-oldest-share', at: 'oldestShare' });

  const ports: PortCapacity[] = [];
  for (const [index, value] of top.ports.entries()) {
    const port = checkPort(value, `ports[${index}]`);
    if (!port.ok) return port;
    const before = ports.at(-1)?.port ?? '';
    if (port.value.port === before) return err({ kind: 'capacity-port-twice', at: `ports[${index}]` });
    if (port.value.port < before) return err({ kind: 'capacity-ports-unsorted', at: `ports[${index}]` });
    ports.push(port.value);
  }
  return ok({ day, maxGroup, oldestShare, ports, protocol });
}

function checkPort(value: unknown, at: string): Result<PortCapacity, CapacityError> {
  const members = exactMembers(value, ['port', 'slots']);
  if (!members || !Array.isArray(members.slots)) return err({ kind: 'capacity-members', at });
  if (!isPortCode(members.port)) return err({ kind: 'capacity-port-code', at: `${at}.port` });
  if (members.slots.length === 0) return err({ kind: 'capacity-port-without-slots', at });

  const slots: SlotCapacity[] = [];
  for (const [index, value] of members.slots.entries()) {
    const slot = checkSlot(value, `${at}.slots[${index}]`);
    if (!slot.ok) return slot;
    const before = slots.at(-1)?.slot ?? '';
    if (slot.value.slot === before) return err({ kind: 'capacity-slot-twice', at: `${at}.slots[${index}]` });
    if (slot.value.slot < before) return err({ kind: 'capacity-slots-unsorted', at: `${at}.slots[${index}]` });
    slots.push(slot.value);
  }
  const port = { port: members.port, slots };
  // Beyond 2^53 − 1 the sum would no longer be exact, and two implementations could differ.
  return Number.isSafeInteger(placesOf(port)) ? ok(port) : err({ kind: 'capacity-places-sum', at });
}

function checkSlot(value: unknown, at: string): Result<SlotCapacity, CapacityError> {
  const members = exactMembers(value, ['places', 'slot']);
  if (!members) return err({ kind: 'capacity-members', at });
  const { places, slot } = members;
  if (!isSlot(slot)) return err({ kind: 'capacity-slot', at: `${at}.slot` });
  if (!isIntegerBetween(places, 1)) return err({ kind: 'capacity-places', at: `${at}.places` });
  return ok({ places, slot });
}
