import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { addGroupEvent } from '#server/db/repositories/group-events.ts';
import { addMail } from '#server/db/repositories/outbox.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import { addSession } from '#server/db/repositories/sessions.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { makeTown, must, operator, type Town } from '#tests/support/town.ts';
import { sightings, tablesOfAPerson, tracesOf } from '#tests/support/traces.ts';
import { handOnNotices } from './hand-on-notices.ts';

const start = '2027-03-10T15:00:00-05:00';
const yes = { delete: 'yes' };

/** What may still hold a value that was hers, and why it tells nothing of her. */
const allowed: Readonly<Record<string, string>> = {
  'requests.id': 'a random id, in a line of nobody',
  'offers.id': 'the same',
  'offers.request_id': 'the same',
  'appointments.id': 'the same',
  'appointments.offer_id': 'the same',
  'audit.detail': 'the short code of a help that was done: a random number, and whose it was is gone',
};

/** Hers without a foreign key: answers that a form of her session may ask for again. */
const loose = ['repeats'];

eachDatabase((_name, open) => {
  async function begin() {
    const database = await open();
    const town = await makeTown(database, start);
    return { database, town, kysely: database.kysely };
  }

  test('deleting everything leaves nothing of a person of whom every table held something', async () => {
    const { database, town, kysely } = await begin();
    const { services } = town;
    const [ana, ben] = [await town.registered('ana', 'laredo'), await town.registered('ben', 'laredo')];
    // All people of the tests have one name, and he keeps his tokens.
    await sql`
      update people set given_tokens = '{}', family_tokens = '{}', birth_token = null, birth_year_token = null,
        birth_month_day_token = null, phone_token = null
      where registration_id = (select id from registrations where account_id = ${ben.accountId})`.execute(kysely);
    await fill(town, ana);
    for (const person of [ana, ben]) must(await town.ask(person, { signals: { automation: true } }));
    must(await services.withdraw({ applicant: ana }));
    must(await services.requestAssistance({ applicant: ana, step: 'ask' }));
    must(await town.ask(ana, { isStanding: true, signals: { sequence: 'p12.p31.k2' } }));
    must(await services.closePool({ actor: operator }));
    must(await services.drawPool({ actor: operator }));
    must(await town.confirm(ana));
    await handOnNotices(town.tools);
    await keepLetters(town, ana, 'ana@puente.example');

    const traces = await tracesOf(database, ana.accountId);
    const values = traces.map(({ value }) => value);
    const seen = new Set((await sightings(database, values)).map(({ column }) => column.split('.')[0]));
    const hers = [...(await tablesOfAPerson(database)), ...loose];
    expect(hers).toEqual(expect.arrayContaining(['accounts', 'registrations', 'people', 'appointments', 'deliveries']));
    // A new table that names a person: put something of hers into it, in `fill`.
    expect(hers.filter((table) => !seen.has(table))).toEqual([]);
    const before = await taken(town);
    expect(await services.deleteAccount({ accountId: ana.accountId, fields: yes })).toEqual({ ok: true, value: null });

    const left = await sightings(database, values);
    expect(left.filter(({ column }) => !allowed[column])).toEqual([]);
    expect(await taken(town)).toBe(before - 1);
    expect(await town.standing(ben)).toMatchObject({ step: 'offered' });
    const acts = await kysely.selectFrom('audit').selectAll().where('action', '=', 'delete-account').execute();
    expect(acts).toMatchObject([{ actor: 'applicant', detail: {} }]);
  });

  test('her letters in the sandbox go, wherever they went to; who shares an address with her keeps her own', async () => {
    const { town, kysely } = await begin();
    const ana = await town.registered('ana');
    const ben = await town.registered('ben');
    const ownAddresses = ['ana@puente.example', 'answered@puente.example', 'shared@puente.example'];
    for (const address of ownAddresses) await keepLetters(town, ana, address);
    await keepLetters(town, ben, 'shared@puente.example');
    must(await town.services.deleteAccount({ accountId: ana.accountId, fields: yes }));
    const letters = await kysely.selectFrom('sandboxMailbox').select('toToken').execute();
    expect(letters).toEqual([{ toToken: town.tools.vault.token('email', 'shared@puente.example') }]);
  });
});

/** She is signed in, has a code, is told on a phone, has corrected an answer, made a code to join, been joined and tried a wrong one. */
async function fill(town: Town, applicant: Applicant): Promise<void> {
  const { services, tools } = town;
  const { accountId, locale } = applicant;
  const sessionHash = `session of ${accountId}`;
  await addSession(tools.db.kysely, { tokenHash: sessionHash, accountId, role: 'applicant', locale, now: tools.now() });
  must(await services.renewCode({ applicant, sessionHash }));
  const phone = {
    endpoint: 'https://fcm.googleapis.com/fcm/send/of-hers',
    p256dh: `B${'a'.repeat(86)}`,
    auth: 'b'.repeat(22),
  };
  must(await services.switchPushOn({ applicant, fields: phone }));
  must(await services.chooseDiscretion({ applicant, fields: { discreet: 'yes' } }));
  const changed = { step: 'phone', fields: { phone: '+509 34 12 9999' } } as const;
  must(await services.saveAnswers({ applicant, person: null, photo: undefined, ...changed }));
  must(await services.makeJoinCode({ applicant }));
  const registration = await findRegistrationOf(tools.db.kysely, accountId);
  if (!registration) throw new Error('expected a registration');
  const grew = { registrationId: registration.id, kind: 'group-grew', now: tools.now() } as const;
  await tools.db.transaction(async (trx) => addGroupEvent(trx, grew));
  const nobodys = '00000000000000007955';
  expect(await services.enterGroupCode({ applicant, fields: { code: nobodys } })).toMatchObject({ ok: false });
  const sent = [`form:${sessionHash}`, `fetch:${applicant.accountId}:k`];
  await sql`
    insert into repeats (key, request_hash, state, created_at)
    select key, 'h', 'running', now() from unnest(${sent}::text[]) as key`.execute(tools.db.kysely);
}

/** Sends her a message, and keeps each of hers that has no letter yet as one to that address. */
async function keepLetters(town: Town, applicant: Applicant, address: string): Promise<void> {
  const { db, vault, now } = town.tools;
  must(await town.services.sendTestMessage({ applicant }));
  const messages = await db.kysely
    .selectFrom('outbox')
    .innerJoin('registrations', 'registrations.id', 'outbox.registrationId')
    .select('outbox.id')
    .where('registrations.accountId', '=', applicant.accountId)
    .execute();
  const toToken = vault.token('email', address);
  for (const { id } of messages) await addMail(db.kysely, { id, toToken, sealed: new Uint8Array([1]), now: now() });
}

async function taken(town: Town): Promise<number> {
  const { total } = await town.tools.db.kysely
    .selectFrom('slots')
    .select((eb) => eb.fn.sum<number>('taken').as('total'))
    .executeTakeFirstOrThrow();
  return total;
}
