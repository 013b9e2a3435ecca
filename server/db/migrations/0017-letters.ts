import { migration } from './migration.ts';

/** A letter in the sandbox's mailbox is its message's, to whatever address it went, and goes with it. */
export const letters = migration(
  'delete from sandbox_mailbox where not exists (select from outbox where outbox.id = sandbox_mailbox.id)',
  'alter table sandbox_mailbox add constraint sandbox_mailbox_message foreign key (id) references outbox on delete cascade',
);
