import { sql } from 'kysely';
import type { AccountId } from '#core/ids.ts';
import type { Database } from '#server/db/database.ts';

/** A value that stands for a person, and the column that it was found in. */
export type Trace = { readonly value: string; readonly from: string };

/** Where a value was found: `table.column`. */
export type Sighting = { readonly column: string; readonly value: string };

/**
 * All that could tell whose a row is: the ids of her account, registration, people and of every row that names them,
 * tokens, codes and sealed values. Tables are found in the database itself, so that one which comes later counts, too.
 */
export async function tracesOf(database: Database, accountId: AccountId): Promise<readonly Trace[]> {
  const found = new Map<string, string>([[accountId, 'accounts.id']]);
  // Each pass finds what hangs on what was found before: account → registration → offer → appointment.
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const { table, columns } of await tablesOf(database)) {
      const keys = columns.filter(({ name }) => /(^|_)id$/.test(name) && !names.has(name));
      for (const row of await rowsWith(database, {
        table,
        columns: keys.map(({ name }) => name),
        values: [...found.keys()],
      })) {
        for (const { name } of columns.filter((column) => isTelling(column.name))) {
          for (const value of valuesIn(row[name])) if (!found.has(value)) found.set(value, `${table}.${name}`);
        }
      }
    }
  }
  return [...found].map(([value, from]) => ({ value, from }));
}

/** An id that many people share, and the published name of a line in a draw, which nobody can make again. */
const names = new Set(['key_id', 'daily_id']);

/** Columns whose values belong to one person alone. */
function isTelling(name: string): boolean {
  return (
    (/(^id$|_id$|_token$|_tokens$|_hash$|_sealed$|^sealed$|_wrapped$|^code$|^proof$|^repeat_key$)/.test(name) &&
      !names.has(name)) ||
    name === 'registered_at'
  );
}

/** Every column of every table in which one of the values stands, in whole or as a part of a text. */
export async function sightings(database: Database, values: readonly string[]): Promise<readonly Sighting[]> {
  const seen: Sighting[] = [];
  for (const { table, columns } of await tablesOf(database)) {
    for (const { name } of columns) {
      const text = sql`convert_to(shown.${sql.ref(name)}::text, 'UTF8')`;
      const { rows } = await sql<{ value: string }>`
        select distinct wanted.value from ${sql.table(table)} shown, unnest(${values}::text[]) as wanted (value)
        where position(convert_to(wanted.value, 'UTF8') in ${text}) > 0`.execute(database.kysely);
      seen.push(...rows.map(({ value }) => ({ column: `${table}.${name}`, value })));
    }
  }
  return seen;
}

/** Tables that say by their foreign keys, one after another, whose a row is: those that come later, too. */
export async function tablesOfAPerson(database: Database): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    with recursive hers as (
      select 'accounts'::regclass::oid as oid
      union
      select keys.conrelid from pg_constraint keys join hers on hers.oid = keys.confrelid where keys.contype = 'f'
    )
    select relname::text as name from pg_class join hers using (oid) order by name`.execute(database.kysely);
  return rows.map(({ name }) => name);
}

type Table = { readonly table: string; readonly columns: readonly { readonly name: string }[] };

async function tablesOf(database: Database): Promise<readonly Table[]> {
  const { rows } = await sql<{ table: string; columns: readonly string[] }>`
    select columns.table_name as "table", array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema = current_schema() and table_type = 'BASE TABLE' and columns.table_name not like 'kysely%'
    group by columns.table_name order by columns.table_name`.execute(database.kysely);
  return rows.map(({ table, columns }) => ({ table, columns: columns.map((name) => ({ name })) }));
}

async function rowsWith(
  database: Database,
  {
    table,
    columns,
    values,
  }: { readonly table: string; readonly columns: readonly string[]; readonly values: readonly string[] },
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  if (columns.length === 0) return [];
  const isHers = columns.map((name) => sql`shown.${sql.ref(name)}::text = any(${values}::text[])`);
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(shown)::text as row from ${sql.table(table)} shown
    where ${sql.join(isHers, sql` or `)}`.execute(database.kysely);
  return rows.map(({ row }) => JSON.parse(row) as Readonly<Record<string, unknown>>);
}

function valuesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(valuesIn);
  // Shorter ones stand in other texts by chance.
  return typeof value === 'string' && value.length >= 8 ? [value] : [];
}
