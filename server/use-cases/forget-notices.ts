import type { Instant } from '#core/time/instant.ts';
import { deleteMessageCodes } from '#server/db/repositories/message-codes.ts';
import { deleteMail, deleteMessages } from '#server/db/repositories/outbox.ts';
import type { Tools } from './tools.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Messages and their codes go after 90 days, the sandbox's mailbox after 7. */
export async function forgetNotices({ db, now }: Pick<Tools, 'db' | 'now'>): Promise<void> {
  const before = (age: number) => (now() - age) as Instant;
  await deleteMessages(db.kysely, before(90 * day));
  await deleteMessageCodes(db.kysely, before(90 * day));
  await deleteMail(db.kysely, before(7 * day));
}
