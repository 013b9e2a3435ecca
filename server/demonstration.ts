import { ports } from '#core/policy/ports.ts';
import type { StaffRole } from '#core/staff/permissions.ts';
import { setStaffRole } from './db/repositories/accounts.ts';
import { addPorts } from './db/repositories/slots.ts';
import type { Tools } from './use-cases/tools.ts';

/** The eight ports, as the policy names them. Those that are there already stay as they are. */
export async function layOutPorts({ db }: Pick<Tools, 'db'>): Promise<void> {
  await addPorts(
    db.kysely,
    ports.map(({ code, timeZone, dailyPlaces }, index) => ({ code, ordinal: index + 1, timeZone, dailyPlaces })),
  );
}

/**
 * The sandbox's staff accounts, so that whoever tries the demonstration can run a draw. Never in production, where nobody
 * is staff until staff accounts come with their issue.
 */
export async function makeSandboxStaff(
  { db, vault, now }: Pick<Tools, 'db' | 'vault' | 'now'>,
  staff: readonly { readonly email: string; readonly role: StaffRole }[],
): Promise<void> {
  for (const { email, role } of staff) {
    await setStaffRole(db.kysely, { emailToken: vault.token('email', email), role, now: now() });
  }
}
