import type { PortCode, RegistrationId, RequestId } from '#core/ids.ts';
import { ok, type Result } from '#core/result.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { createBatchWriter } from './batch-writer.ts';
import type { Database } from './database.ts';
import type { Statement } from './engine.ts';

export type Ask = {
  /** A new one. */
  readonly requestId: RequestId;
  readonly registrationId: RegistrationId;
  /** The pool that she was shown as open. */
  readonly day: LocalDay;
  /** One to three, in her order. */
  readonly ports: readonly PortCode[];
  readonly askedAt: Instant;
  /** The idempotency key; the same twice asks once. */
  readonly repeatKey: string;
};

export type AskOutcome =
  /** In the pool. `requestId` is the first one's if the same was asked before. */
  | { readonly kind: 'asked'; readonly requestId: RequestId; readonly isRepeat: boolean }
  /** Another request of hers lives, or she has an appointment. */
  | { readonly kind: 'already-asked' }
  | { readonly kind: 'window-closed' }
  | { readonly kind: 'registration-incomplete' };

export type AskWriter = {
  /** Resolves after the commit. Kind `busy`: too many wait, nothing was done. Rejects if the database refused it. */
  readonly ask: (ask: Ask) => Promise<Result<AskOutcome, { readonly kind: 'busy' }>>;
  /** When everybody who asked has an outcome: for a graceful stop. */
  readonly idle: () => Promise<void>;
};

/**
 * One statement for all who arrived together. The pool's row is share-locked: a close that runs at the same time
 * waits for it, or is seen here. The date in line and the number of people are read from the registration, never taken
 * from the caller; its row is share-locked too, so that a group that changes at the same moment waits, or is seen here.
 *
 * Order of judging: the same request again gets its first answer, even after the close; a live one stands in the way
 * of another; then the window. `look-again` is for who was refused by a row that committed after this statement began
 * and so is not seen by it.
 */
const askStatement: Statement = {
  name: 'ask',
  text: `
with asked as (
  select position, request_id, registration_id, day, string_to_array(ports, ',') as ports, asked_at, repeat_key
  from unnest($1::uuid[], $2::uuid[], $3::date[], $4::text[], $5::timestamptz[], $6::text[])
    with ordinality as one (request_id, registration_id, day, ports, asked_at, repeat_key, position)
),
pool as (
  select day from pools where state = 'open' and day in (select day from asked) for share
),
asking as (
  select id, size, registered_at from registrations
  where id in (select registration_id from asked) and state = 'registered'
  order by id for share
),
added as (
  insert into requests (id, registration_id, day, state, ports, size, registered_at, asked_at, repeat_key)
  select request_id, registration_id, day, 'waiting', ports, size, registered_at, asked_at, repeat_key
  from asked
  join pool using (day)
  join asking on asking.id = registration_id
  where not exists (
    select from appointments
    where appointments.registration_id = asked.registration_id and appointments.state in ('booked', 'checked-in')
  )
  order by registration_id, position
  on conflict do nothing
  returning id, registration_id, repeat_key
)
select
  case
    when added.repeat_key = asked.repeat_key or earlier.id is not null then 'asked'
    when registered.id is null then 'registration-incomplete'
    when added.registration_id is not null or live.id is not null or exists (
      select from appointments
      where appointments.registration_id = asked.registration_id and appointments.state in ('booked', 'checked-in')
    ) then 'already-asked'
    when pool.day is null then 'window-closed'
    else 'look-again'
  end as kind,
  coalesce(added.id, earlier.id) as request_id,
  coalesce(added.id, earlier.id) <> asked.request_id as is_repeat
from asked
left join added on added.registration_id = asked.registration_id
left join requests earlier
  on earlier.registration_id = asked.registration_id and earlier.repeat_key = asked.repeat_key
left join requests live
  on live.registration_id = asked.registration_id and live.state in ('waiting', 'closed', 'chosen')
left join registrations registered
  on registered.id = asked.registration_id and registered.state = 'registered'
left join pool on pool.day = asked.day
order by asked.position`,
};

type AskRow = {
  readonly kind: AskOutcome['kind'] | 'look-again';
  readonly request_id: RequestId;
  readonly is_repeat: boolean;
};

/** The one way to ask for a place. Make one a process. */
export function createAskWriter(database: Database): AskWriter {
  const writer = createBatchWriter<Ask, AskRow>({
    write: (asks) => database.run<AskRow>(askStatement, columns(asks)),
    // Two on a server, so that one is collected while the other waits for the disk; PGlite has one connection.
    maxFlights: database.kind === 'server' ? 2 : 1,
  });
  return {
    async ask(ask) {
      for (;;) {
        const written = await writer.submit(ask);
        if (!written.ok) return written;
        const { kind, request_id, is_repeat } = written.value;
        if (kind === 'asked') return ok({ kind, requestId: request_id, isRepeat: is_repeat });
        if (kind !== 'look-again') return ok({ kind });
      }
    },
    idle: () => writer.idle(),
  };
}

function columns(asks: readonly Ask[]): readonly unknown[] {
  return [
    asks.map((ask) => ask.requestId),
    asks.map((ask) => ask.registrationId),
    asks.map((ask) => ask.day),
    asks.map((ask) => ask.ports.join(',')),
    asks.map((ask) => new Date(ask.askedAt).toISOString()),
    asks.map((ask) => ask.repeatKey),
  ];
}
