import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { eachDatabase } from '#tests/support/databases.ts';
import { addIncomplete, addOffered, addOneSlot, addOpenPool, addRegistered, askFor } from '#tests/support/records.ts';
import { createAskWriter } from './ask-statement.ts';
import type { Database } from './database.ts';
import { refusedBy } from './errors.ts';

/** Statements that would make a state that can't be, and the constraint that refuses each. */
const wrong: readonly (readonly [title: string, statement: string, constraint: string])[] = [
  ['two open pools', `insert into pools values ('2027-01-07', 2, 'open', 'p', now())`, 'pools_one_open'],
  ['two pools of one day', `insert into pools values ('2027-01-06', 2, 'closed', 'p', now(), now())`, 'pools_pkey'],
  [
    'two draws of one number',
    `insert into pools values ('2027-01-07', 1, 'closed', 'p', now(), now())`,
    'pools_draw_number_key',
  ],
  ['a closed pool without the moment', `update pools set state = 'closed'`, 'pools_closed_dated'],
  ['a drawn pool without the moment', `update pools set state = 'drawn', closed_at = now()`, 'pools_drawn_dated'],
  ['a pool in no known state', `update pools set state = 'ajar', closed_at = now()`, 'pools_state'],
  [
    'a second live request',
    `insert into requests (registration_id, day, state, ports, size, registered_at, asked_at) select registration_id, day, 'waiting', ports, 1, now(), now() from requests`,
    'requests_one_live',
  ],
  ['a request for a day without a pool', `update requests set day = '2030-01-01'`, 'requests_day_fkey'],
  ['a request for no port', `update requests set ports = '{}'`, 'requests_ports'],
  ['a request for four ports', `update requests set ports = '{a,b,c,d}'`, 'requests_ports'],
  ['a request for nobody', `update requests set size = 0`, 'requests_size'],
  ['a group of 13', `update requests set size = 13`, 'requests_size'],
  ['an ended request without the moment', `update requests set state = 'withdrawn'`, 'requests_ended_dated'],
  ['a live request that has ended', `update requests set ended_at = now()`, 'requests_ended_dated'],
  ['a closed request without its id of the day', `update requests set state = 'closed'`, 'requests_frozen'],
  [
    'a closed request without its band',
    `update requests set state = 'closed', daily_id = repeat('a', 64)`,
    'requests_banded',
  ],
  ['a daily id that is none', `update requests set state = 'closed', band = 0, daily_id = 'A'`, 'requests_daily_id'],
  [
    'a chosen request without its outcome',
    `update requests set state = 'chosen', band = 0, daily_id = repeat('a', 64)`,
    'requests_outcome',
  ],
  ['a waiting request with an outcome', `update requests set outcome = '-'`, 'requests_outcome'],
  ['more people than places and reserve', `update slots set taken = 13`, 'slots_taken'],
  ['fewer people than none', `update slots set taken = -1`, 'slots_taken'],
  ['a slot without places', `update slots set places = 0`, 'slots_places'],
  ['a negative reserve', `update slots set reserve = -1`, 'slots_reserve'],
  ['a slot on another day than its minute says', `update slots set day = '2027-01-17'`, 'slots_day'],
  ['a slot at 24:00', `update slots set slot_local = '2027-01-16T24:00'`, 'slots_minute'],
  [
    'a port with spaces in its code',
    `insert into ports values ('san ysidro', 2, 'America/Los_Angeles', 1)`,
    'ports_code',
  ],
  ['a registered one without a date in line', `update registrations set registered_at = null`, 'registrations_dated'],
  ['an incomplete one with a date in line', `update registrations set state = 'incomplete'`, 'registrations_undated'],
  ['a registered one without a language', `update registrations set primary_language = null`, 'registrations_language'],
  ['a registration of nobody that counts', `update registrations set account_id = null`, 'registrations_owned'],
  ['an account without a way in', `insert into accounts (locale, created_at) values ('es', now())`, 'accounts_way_in'],
  [
    'an e-mail that nobody signs in with',
    `insert into accounts (locale, created_at, recovery_token, recovery_made_at, email_token) values ('es', now(), 't', now(), 'e')`,
    'accounts_email_of_subject',
  ],
  ['a code without its moment', `update accounts set recovery_token = 't'`, 'accounts_recovery_dated'],
  ['a code kept that there is not', `update accounts set recovery_kept_at = now()`, 'accounts_recovery_kept'],
  ['fewer tries than none', `insert into tries values ('b', -1, now())`, 'tries_level'],
  ['four port choices', `update registrations set port_choices = '{a,b,c,d}'`, 'registrations_ports'],
  [
    'a second registration of an account',
    `insert into registrations (account_id, state, started_at, secret_sealed) select account_id, 'incomplete', now(), '' from registrations`,
    'registrations_account_id_key',
  ],
  [
    'a person without a registration',
    `insert into people (registration_id, position, sealed, data_key_wrapped, key_id) values (gen_random_uuid(), 1, '', '', 'k1')`,
    'people_registration_id_fkey',
  ],
  [
    'a 13th person',
    `insert into people (registration_id, position, sealed, data_key_wrapped, key_id) select id, 13, '', '', 'k1' from registrations`,
    'people_position',
  ],
  [
    'a photo without the moment',
    `insert into people (registration_id, position, sealed, data_key_wrapped, key_id, photo_sealed) select id, 1, '', '', 'k1', '' from registrations`,
    'people_photo_dated',
  ],
  [
    'an acceptance of a text without its hash',
    `insert into acceptances (registration_id, document, version, locale, sha256, accepted_at) select id, 'terms', '1', 'es', '', now() from registrations`,
    'acceptances_sha256',
  ],
  [
    'a hundredth registration on a device',
    `insert into device_registrations select 'd', 100, id from registrations`,
    'device_registrations_place',
  ],
  ['a staff member without a known role', `insert into staff values ('t', 'applicant', now())`, 'staff_role'],
  [
    'a signed-in session of nobody',
    `insert into sessions (token_hash, role, locale, created_at, seen_at) values ('h', 'applicant', 'es', now(), now())`,
    'sessions_signed_in',
  ],
  [
    'an anonymous session of somebody',
    `insert into sessions (token_hash, account_id, role, locale, created_at, seen_at) select 'h', id, 'anonymous', 'es', now(), now() from accounts`,
    'sessions_signed_in',
  ],
  [
    'half an outcome',
    `insert into sessions (token_hash, role, locale, created_at, seen_at, outcome_page) values ('h', 'anonymous', 'es', now(), now(), 'ask/send')`,
    'sessions_outcome_whole',
  ],
  [
    'a repeat that is done without a status',
    `insert into repeats values ('k', 'h', 'done', null, null, now())`,
    'repeats_answered',
  ],
  [
    'a repeat that runs with an answer',
    `insert into repeats values ('k', 'h', 'running', null, '', now())`,
    'repeats_answer',
  ],
  [
    'a draw without a pool',
    `insert into draws (day, number, announcement, capacity, pool, previous_result, slot_key_sealed) values ('2030-01-01', 9, '', '', '', '', '')`,
    'draws_day_number_fkey',
  ],
  [
    'half a result',
    `insert into draws (day, number, announcement, capacity, pool, previous_result, slot_key_sealed, result) values ('2027-01-06', 1, '', '', '', '', '', '')`,
    'draws_whole',
  ],
  [
    'an assisted step done by nobody',
    `insert into assistance select 'c', id, 'ask', 'done', now(), now(), null from registrations`,
    'assistance_done_by',
  ],
  [
    'an assisted step done at no time',
    `insert into assistance select 'c', id, 'ask', 'done', now(), null, 'a' from registrations`,
    'assistance_done_dated',
  ],
  [
    'two codes for one waiting step',
    `insert into assistance select code, id, 'ask', 'waiting', now(), null, null from registrations, (values ('c'), ('d')) as codes (code)`,
    'assistance_one_waiting',
  ],
  [
    'a sent message without a receipt',
    `insert into outbox (kind, registration_id, detail, created_at, next_at, sent_at) select 'k', id, '{}', now(), now(), now() from registrations`,
    'outbox_sent',
  ],
  ...wrongDeliveries(),
  [
    'a second subscription of a device',
    `${subscribe('d', 'e1')}; ${subscribe('d', 'e2')}`,
    'push_subscriptions_account_id_device_token_key',
  ],
  [
    'a browser that two people are reached at',
    `${subscribe('d1', 'e')}; ${subscribe('d2', 'e')}`,
    'push_subscriptions_endpoint_token_key',
  ],
  ['an event of a group that there is not', groupEvent(`'married', now(), null`), 'group_events_kind'],
  ['a moved date without the date', groupEvent(`'date-moved', now(), null`), 'group_events_dated'],
  ['a date of somebody who joined', groupEvent(`'joined', now(), now()`), 'group_events_dated'],
  [
    "an event of nobody's group",
    `insert into group_events (registration_id, kind, at) values (gen_random_uuid(), 'joined', now())`,
    'group_events_registration_id_fkey',
  ],
  [
    'a report of nothing that sellers do',
    `insert into seller_reports (act, sealed, at) values ('smiled', '', now())`,
    'seller_reports_act',
  ],
  [
    'a report of a text that nobody told',
    `insert into text_reports (token, locale, screen, sealed, times, at) values ('t', 'ht', '', '', 0, now())`,
    'text_reports_times',
  ],
];

/** Deliveries of one message that can not be. */
function wrongDeliveries(): readonly (readonly [string, string, string])[] {
  const message = `insert into outbox (kind, registration_id, detail, created_at, next_at) select 'test', id, '{}', now(), now() from registrations`;
  const deliver = (columns: string, values: string) =>
    `insert into deliveries (outbox_id, made_at, next_at, ${columns}) select id, now(), now(), ${values} from outbox`;
  const waiting = deliver('channel, state', `'email', 'waiting'`);
  return [
    ['two mails of one message', `${message}; ${waiting}; ${waiting}`, 'deliveries_by_email'],
    ['a delivery by pigeon', `${message}; ${deliver('channel, state', `'pigeon', 'waiting'`)}`, 'deliveries_channel'],
    [
      'a sent delivery without a receipt',
      `${message}; ${deliver('channel, state, ended_at', `'email', 'sent', now()`)}`,
      'deliveries_receipt',
    ],
    [
      'a failed delivery without the moment',
      `${message}; ${deliver('channel, state', `'email', 'failed'`)}`,
      'deliveries_ended_dated',
    ],
    [
      'a mail to a phone',
      `${message}; ${subscribe('d', 'e')}; ${deliver('channel, state, subscription_id', `'email', 'waiting', (select id from push_subscriptions)`)}`,
      'deliveries_of_a_phone',
    ],
  ];
}

function groupEvent(values: string): string {
  return `insert into group_events (registration_id, kind, at, registered_at) select id, ${values} from registrations`;
}

function subscribe(device: string, endpoint: string): string {
  return `insert into push_subscriptions (account_id, device_token, endpoint_token, sealed, created_at) select account_id, '${device}', '${endpoint}', '', now() from registrations`;
}

const wrongOffers: typeof wrong = [
  ['two offers of one request and draw', copyOffer(`state = 'lapsed', ended_at = made_at`), 'offers_one_a_draw'],
  [
    'an offer in a slot that is not there',
    `update offers set slot_local = '2027-01-16T10:00'`,
    'offers_port_slot_local_fkey',
  ],
  ["an offer of another one's request", `update offers set registration_id = gen_random_uuid()`, 'offers_request'],
  ['an extended offer without the moment', `update offers set state = 'extended'`, 'offers_extended_dated'],
  ['an open offer that was extended', `update offers set extended_at = now()`, 'offers_open_unextended'],
  ['an ended offer without the moment', `update offers set state = 'lapsed'`, 'offers_ended_dated'],
  ['an offer from no list', `update offers set list = 'friends'`, 'offers_list'],
  ['an offer that is over before it is made', `update offers set deadline_at = made_at`, 'offers_deadline'],
  ['fewer misses than none', `update offers set misses = -1`, 'offers_misses'],
  ['two appointments of one registration', `${book('a')}; ${book('b')}`, 'appointments_one_booked'],
  [
    'two appointments of one offer',
    `${book('a')}; update appointments set state = 'missed', ended_at = now(); ${book('b')}`,
    'appointments_offer_id_key',
  ],
  [
    "an appointment of another one's offer",
    book('a').replace('select id, registration_id', 'select id, gen_random_uuid()'),
    'appointments_offer',
  ],
  [
    'a booked appointment that has ended',
    `${book('a')}; update appointments set ended_at = now()`,
    'appointments_ended_dated',
  ],
];

eachDatabase((_, open) => {
  test('no statement makes a state that can not be', async () => {
    const database = await open();
    await addOneSlot(database);
    await addOpenPool(database);
    const asked = await createAskWriter(database).ask(askFor(await addRegistered(database)));
    expect(asked).toMatchObject({ value: { kind: 'asked' } });
    for (const [title, statement, constraint] of wrong) {
      expect([title, await refusal(database, statement)]).toEqual([title, constraint]);
    }
  });

  test('no statement makes an offer or an appointment that can not be', async () => {
    const database = await open();
    await addOffered(database);
    for (const [title, statement, constraint] of wrongOffers) {
      expect([title, await refusal(database, statement)]).toEqual([title, constraint]);
    }
  });

  test('a closed registration may never have been complete', async () => {
    const database = await open();
    await addIncomplete(database);
    expect(await refusal(database, `update registrations set state = 'closed', account_id = null`)).toBe('nothing');
    expect(await refusal(database, `update registrations set state = 'closed'`)).toBe('registrations_owned');
  });
});

/** The constraint that refuses the statements, or `nothing`. Leaves no trace. */
async function refusal(database: Database, statements: string): Promise<string> {
  const undone = new Error('undone');
  try {
    await database.transaction(async (trx) => {
      for (const statement of statements.split('; ')) await sql.raw(statement).execute(trx);
      throw undone;
    });
  } catch (error) {
    return error === undone ? 'nothing' : (refusedBy(error) ?? String(error));
  }
  throw new Error('expected the transaction to be rolled back');
}

function copyOffer(change: string): string {
  const [state, ended] = [/state = ('\w+')/.exec(change)?.[1], /ended_at = (\w+)/.exec(change)?.[1]];
  return `insert into offers (request_id, day, registration_id, port, slot_local, list, size, state, made_at, deadline_at, ended_at)
    select request_id, day, registration_id, port, slot_local, list, size, ${state}, made_at, deadline_at, ${ended} from offers`;
}

function book(code: string): string {
  return `insert into appointments (offer_id, registration_id, port, slot_local, size, state, code, proof, booked_at)
    select id, registration_id, port, slot_local, size, 'booked', '${code}', '', now() from offers`;
}
