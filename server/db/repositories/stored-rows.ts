import { sql } from 'kysely';
import type { AccountId, RegistrationId } from '#core/ids.ts';
import type { Db } from '../schema.ts';

/** Opened or counted elsewhere, since their rows hold little but what is sealed. */
const elsewhere = ['people', 'coarse_places', 'registrations', 'sessions', 'account_devices', 'fresh_codes'];
/** Keys and keyed tokens: they say nothing to their owner, and would be the operator's secrets to whoever reads the file. */
const hidden = /(_token|_tokens|^registration_id|^account_id|_hash|^repeat_key|^daily_id)$/;

export type StoredRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/**
 * The rows of every table that names an account or its registration, by the table's name, oldest first as far as it says. The tables are found
 * in the database itself, so that one which comes later isn't left out. Sealed columns are not among them.
 */
export async function rowsOf(
  db: Db,
  her: { readonly accountId: AccountId; readonly registrationId: RegistrationId | null },
): Promise<StoredRows> {
  const { rows: columns } = await sql<{ tableName: string; names: readonly string[]; isOfGroup: boolean }>`
    select table_name, array_agg(column_name::text order by ordinal_position) as names,
      bool_or(column_name = 'registration_id') as is_of_group
    from information_schema.columns columns
    where table_schema = current_schema() and data_type <> 'bytea' and exists (
      select from information_schema.columns named
      where named.table_schema = columns.table_schema and named.table_name = columns.table_name
        and named.column_name in ('registration_id', 'account_id'))
    group by table_name order by table_name`.execute(db);
  const found: [string, StoredRows[string]][] = [];
  for (const { tableName, names, isOfGroup } of columns) {
    if (elsewhere.includes(tableName)) continue;
    const shown = names.filter((name) => !hidden.test(name) && !(name === 'id'));
    if (shown.length === 0) continue;
    const { rows } = await sql<{ row: Readonly<Record<string, unknown>> }>`
      select to_jsonb(shown) as row from (
        select ${sql.join(shown.map((name) => sql.ref(name)))} from ${sql.table(tableName)}
        where ${isOfGroup ? sql`registration_id = ${her.registrationId}` : sql`account_id = ${her.accountId}`}
      ) shown`.execute(db);
    found.push([tableName, rows.map(({ row }) => row).sort(byDate)]);
  }
  return Object.fromEntries(found.filter(([, rows]) => rows.length > 0));
}

export async function countSessions(db: Db, accountId: AccountId): Promise<number> {
  const { count } = await db
    .selectFrom('sessions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('accountId', '=', accountId)
    .executeTakeFirstOrThrow();
  return count;
}

/** All moments of a row are texts of one form: the first that it has tells where it belongs. */
function byDate(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): number {
  return dateIn(one).localeCompare(dateIn(other));
}

function dateIn(row: Readonly<Record<string, unknown>>): string {
  const date = Object.entries(row).find(([name, value]) => /(^|_)at$/.test(name) && typeof value === 'string');
  return typeof date?.[1] === 'string' ? date[1] : '';
}
