import { type Announcement, type AnnouncementError, parseAnnouncement } from './announcement.ts';
import { type Capacity, type CapacityError, parseCapacity } from './capacity.ts';
import { type Pool, type PoolError, parsePool } from './pool.ts';
import { err, ok, type Result } from './result.ts';

/** The three frozen files of section 1, as their texts. */
export type InputTexts = { readonly pool: string; readonly capacity: string; readonly announcement: string };

export type Inputs = {
  readonly requests: Pool;
  readonly capacity: Capacity;
  readonly announcement: Announcement;
};

export type InputError =
  | CapacityError
  | AnnouncementError
  | PoolError
  | { readonly kind: 'announcement-other-day'; readonly capacityDay: string; readonly announcementDay: string }
  | { readonly kind: 'announcement-other-count'; readonly lines: number; readonly count: number };

/** A line or object that breaks any rule makes the whole draw malformed: nothing is skipped. */
export function parseInputs(texts: InputTexts): Result<Inputs, InputError> {
  const capacity = parseCapacity(texts.capacity);
  if (!capacity.ok) return capacity;
  const announcement = parseAnnouncement(texts.announcement);
  if (!announcement.ok) return announcement;
  const { day, count, bands } = announcement.value;
  if (day !== capacity.value.day) {
    return err({ kind: 'announcement-other-day', capacityDay: capacity.value.day, announcementDay: day });
  }
  const requests = parsePool(texts.pool, { capacity: capacity.value, bounds: bands.length });
  if (!requests.ok) return requests;
  if (count !== requests.value.length) {
    return err({ kind: 'announcement-other-count', lines: requests.value.length, count });
  }
  return ok({ requests: requests.value, capacity: capacity.value, announcement: announcement.value });
}
