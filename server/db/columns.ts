import { type ColumnType, type RawBuilder, sql } from 'kysely';
import type { Instant } from '#core/time/instant.ts';

/** Only `at()` makes one: a bare number would reach the database as a text that is no date. */
type SqlInstant = { readonly __sql: 'timestamptz' };
/** Only `json()` makes one: the drivers disagree on what a bare array means. */
type SqlJson = { readonly __sql: 'jsonb' };

/** timestamptz: read as an Instant (epoch milliseconds), written by `at(instant)`. */
export type Timestamp = ColumnType<Instant, SqlInstant, SqlInstant>;
export type NullableTimestamp = ColumnType<Instant | null, SqlInstant | null | undefined, SqlInstant | null>;
/** jsonb: read parsed, written by `json(value)`. */
export type Json<Value> = ColumnType<Value, SqlJson, SqlJson>;
/** Written once with the row, never changed. */
export type Fixed<Value> = ColumnType<Value, Value, never>;

/** An Instant as a timestamptz, in any place of a query: `where('endedAt', '<', at(now))`. */
export function at(instant: Instant): RawBuilder<Instant & SqlInstant> {
  return sql<Instant & SqlInstant>`${new Date(instant).toISOString()}::timestamptz`;
}

export function json<Value>(value: Value): RawBuilder<Value & SqlJson> {
  return sql<Value & SqlJson>`${JSON.stringify(value)}::jsonb`;
}
