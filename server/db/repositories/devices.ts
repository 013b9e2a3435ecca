import { sql } from 'kysely';
import type { RegistrationId } from '#core/ids.ts';
import type { Db } from '../schema.ts';

/**
 * Counts the registration towards the device's limit, once. Race-proof: each registration takes a numbered place of
 * the device, and no number above the limit is ever tried.
 */
export async function bindDevice(
  db: Db,
  deviceToken: string,
  { registrationId, limit }: { readonly registrationId: RegistrationId; readonly limit: number },
): Promise<'bound' | 'limit-reached'> {
  for (;;) {
    const bound = await db
      .selectFrom('deviceRegistrations')
      .select(['place', 'registrationId'])
      .where('deviceToken', '=', deviceToken)
      .execute();
    if (bound.some((one) => one.registrationId === registrationId)) return 'bound';
    if (bound.length >= limit) return 'limit-reached';
    const { rows } = await sql`
      insert into device_registrations (device_token, place, registration_id)
      select ${deviceToken}, place, ${registrationId}
      from generate_series(1, ${limit}::int) as place
      where place not in (select taken.place from device_registrations taken where device_token = ${deviceToken})
      order by place limit 1
      on conflict do nothing
      returning place`.execute(db);
    if (rows.length > 0) return 'bound';
    // Somebody took that place in the same moment: look again.
  }
}
