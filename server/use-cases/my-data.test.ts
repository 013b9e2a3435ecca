import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { PersonId } from '#core/ids.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, makeTown, must, operator, outside, portrait, type Town } from '#tests/support/town.ts';
import { afternoon, decideAgainst } from '#tests/support/town-acts.ts';

/** Every column that says nothing to whoever reads the database alone: opened for her, or why not. */
const sealedColumns: Readonly<Record<string, string>> = {
  'accounts.email_sealed': 'opened',
  'assistance.live_photo_sealed': 'opened',
  'assistance.note_sealed': 'opened',
  'assistance.statement_sealed': 'opened',
  'changes.old_sealed': 'opened',
  'coarse_places.sealed': 'opened',
  'people.photo_sealed': 'opened',
  'people.sealed': 'opened',

  'people.data_key_wrapped': 'a key: what it locks is opened',
  'fresh_codes.sealed': 'her sign-in code, shown once: who finds the file must not sign in with it',
  'push_subscriptions.sealed': 'the key by which her own browser takes messages, which made it and holds it',
  'sessions.flow_sealed': 'a secret of signing in, for minutes',
  'sessions.outcome_sealed': 'what she entered last, for half an hour: the form itself shows it',
  'sandbox_mailbox.sealed': 'of the demonstration, for 7 days: the page of the mailbox shows it',
  'registrations.secret_sealed': 'her lines of past draws could be found with it',
  'repeats.answer_sealed': 'names nobody, for a day',
  'seller_reports.sealed': 'nobody knows who told it',
  'text_reports.sealed': 'nobody knows who told it',
  'draws.slot_key_sealed': "the operator's, of a draw",
  'operator_chain.last_secret_sealed': "the operator's, of all draws",
  'operator_key.seed_sealed': "the operator's, of all draws",
  'key_checks.sealed': "the operator's, of no one",
};

type File = {
  readonly people: readonly {
    readonly photo: { readonly jpeg: string };
    readonly changes: readonly {
      readonly step: string;
      readonly at: string;
      readonly before: object;
      readonly after: object;
      readonly photo?: { readonly jpeg: string };
    }[];
  }[];
  readonly records: { readonly assistance: readonly object[] };
};

/** What she told a person of why she can't be where her phone says. */
const statement = 'Mwen nan Juárez';
const inHerWords = { reason: 'outside-geofence', kilometers: '462', statement, maySeePhoto: 'yes' };

/** An hour later she has put her name right. */
async function rename(town: Town, applicant: Applicant, givenNames: string): Promise<void> {
  await town.wait(hour);
  const fields = { givenNames, familyNames: 'Désir' };
  must(await town.services.saveAnswers({ applicant, person: null, step: 'name', fields, photo: undefined }));
}

async function ownId(town: Town, { accountId }: Applicant): Promise<PersonId> {
  const [self] = (await town.services.myData(accountId)).people;
  if (!self) throw new Error('expected a person');
  return self.id;
}

eachDatabase((_name, open) => {
  test('every sealed column of the database is opened for her, or there is a reason', async () => {
    const { kysely } = await open();
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = current_schema() and data_type = 'bytea'`.execute(kysely);
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(sealedColumns).toSorted());
  });

  test('her file has what she told a person, what staff noted, and what her answers and photo were before', async () => {
    const town = await makeTown(await open(), afternoon);
    const { services } = town;
    const person = await town.registered('marie');
    await rename(town, person, 'Zoé');
    await rename(town, person, 'Zoë');
    const first = await services.myPhoto({ accountId: person.accountId, person: await ownId(town, person) });
    const photo = await portrait();
    await town.wait(hour);
    must(await services.saveAnswers({ applicant: person, person: null, step: 'photo', fields: {}, photo }));
    expect(await town.ask(person, { place: outside })).toMatchObject({ ok: false });
    const { code } = must(await services.requestAssistance({ applicant: person, step: 'ask', fields: inHerWords }));
    must(await decideAgainst(town, code, operator));

    const file = JSON.parse(await services.exportData(person.accountId)) as File;
    const [told] = file.people;
    expect(told?.changes).toMatchObject([
      { step: 'photo', photo: { jpeg: Buffer.from(first ?? []).toString('base64') } },
      { step: 'name', at: '2027-03-10T22:00:00Z', before: { givenNames: 'Zoé' }, after: { givenNames: 'Zoë' } },
      { step: 'name', at: '2027-03-10T21:00:00Z', before: { givenNames: 'Marie-Flore' }, after: { givenNames: 'Zoé' } },
    ]);
    expect(file.records.assistance).toMatchObject([{ statement, note: 'no map', live_photo: null }]);
  });

  test('a live photo that waits for a person is in her file, and goes when it is decided', async () => {
    const town = await makeTown(await open(), afternoon);
    const person = await town.registered('marie');
    must(await town.ask(person));
    await town.wait(20 * hour);
    must(await town.confirm(person, { sandboxWish: 'unsure', maySeePhoto: true }));
    const liveOf = async () => {
      const file = JSON.parse(await town.services.exportData(person.accountId)) as File;
      return file.records.assistance.map((row) => 'live_photo' in row && String(row.live_photo).slice(0, 4));
    };
    expect(await liveOf()).toEqual(['/9j/']);
    const { code } = (await town.services.assistance(person.accountId)) ?? {};
    must(await decideAgainst(town, code ?? '', operator));
    expect(await liveOf()).toEqual(['null']);
  });

  test('an old photo is shown to her own account only, and to nobody after as long as what looked odd', async () => {
    const town = await makeTown(await open(), afternoon);
    const { services } = town;
    const [marie, rose] = [await town.registered('marie'), await town.registered('rose')];
    const photo = await portrait();
    must(await services.saveAnswers({ applicant: marie, person: null, step: 'photo', fields: {}, photo }));
    await rename(town, marie, 'Zoé');
    const [self] = (await services.myData(marie.accountId)).people;
    const change = self?.changes.find(({ step }) => step === 'photo')?.id ?? '';
    const person = await ownId(town, marie);
    expect((await services.myPhoto({ accountId: marie.accountId, person, change }))?.length).toBeGreaterThan(100);
    expect(await services.myPhoto({ accountId: rose.accountId, person, change })).toBeNull();
    const other = await ownId(town, rose);
    expect(await services.myPhoto({ accountId: rose.accountId, person: other, change })).toBeNull();

    const days = 180 * 24 * hour;
    await town.wait(days - hour);
    expect((await services.myData(marie.accountId)).people[0]?.changes).toHaveLength(2);
    await town.wait(hour + 1);
    expect((await services.myData(marie.accountId)).people[0]?.changes).toEqual([]);
    expect(await services.myPhoto({ accountId: marie.accountId, person, change })).toBeNull();
    expect(await services.myPhoto({ accountId: marie.accountId, person })).not.toBeNull();
  });
});
