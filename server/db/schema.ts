import type { Kysely, Transaction } from 'kysely';
import type { AccountTables } from './tables/accounts.ts';
import type { DrawTables } from './tables/draws.ts';
import type { MessageTables } from './tables/messages.ts';
import type { OfferTables } from './tables/offers.ts';
import type { OperationTables } from './tables/operation.ts';
import type { RegistrationTables } from './tables/registrations.ts';
import type { RoundTables } from './tables/rounds.ts';

/** The tables as Kysely sees them: camelCase here, snake_case in SQL. A test holds them against information_schema. */
export type Schema = AccountTables &
  RegistrationTables &
  DrawTables &
  RoundTables &
  OfferTables &
  MessageTables &
  OperationTables;

/** What every repository function takes: the database, or the transaction that its caller is in. */
export type Db = Kysely<Schema> | Transaction<Schema>;
export type Trx = Transaction<Schema>;
