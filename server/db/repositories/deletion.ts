import { sql } from 'kysely';
import type { AccountId, RegistrationId, RequestId } from '#core/ids.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { at } from '../columns.ts';
import type { Trx } from '../schema.ts';
import type { Places } from './slots.ts';

/**
 * Lines of draws go to registrations of nobody, one each, so that no two days can be linked; the day's id stays, which
 * nobody can make again without the registration's secret. Dates become those of the pool, codes and proofs are blotted out.
 */
export async function disownDrawn(trx: Trx, id: RegistrationId): Promise<void> {
  await sql`
    update appointments set code = gen_random_uuid()::text, proof = '', booked_at = offers.made_at,
      she_said_missed_at = null, port_said_missed_at = null
    from offers where offers.id = appointments.offer_id and appointments.registration_id = ${id}`.execute(trx);
  const { rows } = await sql<{ requestId: string; nobody: RegistrationId }>`
    select requests.id as request_id, gen_random_uuid() as nobody
    from requests where registration_id = ${id} and daily_id is not null`.execute(trx);
  const requests = rows.map(({ requestId }) => requestId);
  const nobodies = rows.map(({ nobody }) => nobody);
  await sql`
    insert into registrations (id, account_id, state, started_at, secret_sealed)
    select one.nobody, null, 'closed', pools.opened_at, ''
    from unnest(${requests}::uuid[], ${nobodies}::uuid[]) as one (request_id, nobody)
    join requests on requests.id = one.request_id join pools using (day)`.execute(trx);
  await sql`
    update requests
    set registration_id = one.nobody, registered_at = pools.opened_at, asked_at = pools.opened_at, repeat_key = null
    from unnest(${requests}::uuid[], ${nobodies}::uuid[]) as one (request_id, nobody), pools
    where requests.id = one.request_id and pools.day = requests.day`.execute(trx);
}

/** What no draw holds: requests that were taken back, and all that hangs on it, down to the sandbox's letters. */
export async function deleteRegistration(trx: Trx, id: RegistrationId): Promise<void> {
  await trx.deleteFrom('requests').where('registrationId', '=', id).execute();
  await trx.deleteFrom('registrations').where('id', '=', id).execute();
}

/** With its sessions, its devices, and the answers kept for what its sessions and phones may send again. */
export async function deleteAccountRow(trx: Trx, id: AccountId): Promise<void> {
  await sql`
    delete from repeats
    where key in (select 'form:' || token_hash from sessions where account_id = ${id})
      or key like 'fetch:' || ${id}::text || ':%'`.execute(trx);
  await trx.deleteFrom('accounts').where('id', '=', id).execute();
}

/** What an appointment holds, and the request that it came from. */
export type Held = Places & { readonly day: LocalDay; readonly requestId: RequestId };

/** booked → cancelled, for each that still is; gives what they held. */
export async function cancelBooked(trx: Trx, id: RegistrationId, now: Instant): Promise<readonly Held[]> {
  const { rows } = await sql<Held>`
    update appointments set state = 'cancelled', ended_at = ${at(now)}
    from offers
    where offers.id = appointments.offer_id and appointments.registration_id = ${id} and appointments.state = 'booked'
    returning appointments.port, appointments.slot_local, appointments.size, offers.day, offers.request_id`.execute(
    trx,
  );
  return rows;
}
