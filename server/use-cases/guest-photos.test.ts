import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { PersonId } from '#core/ids.ts';
import type { Database } from '#server/db/database.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { answerFor, jean, lia } from '#tests/support/family.ts';
import { makeTown, must, operator, portrait, type Town } from '#tests/support/town.ts';
import { afternoon } from '#tests/support/town-acts.ts';
import { decideReview } from './decide-review.ts';

const done = { ok: false, error: { kind: 'assistance-done' } };

eachDatabase((_name, open) => {
  /** Marie, and Rose, whose daughter's photo was refused three times and waits for a person. */
  const begin = async () => {
    const town = await makeTown(await open(), afternoon);
    const [marie, rose] = [await town.registered('marie'), await town.registered('rose')];
    const { person: daughter, code } = await waiting(town, rose, lia);
    return { town, marie, rose, daughter, code };
  };
  const waiting = async (town: Town, head: Applicant, member: typeof lia) => {
    const person = await answerFor(town, head, { ...member, isWithoutPhoto: true });
    for (const kind of ['fields', 'fields', 'photo-refused'])
      expect(await sendPhoto(town, head, { person, sandboxWish: 'miss' })).toMatchObject({ error: { kind } });
    const code = await asks(town, head);
    must(await town.services.admitPerson({ applicant: head, person }));
    return { person, code };
  };
  const sendPhoto = async (
    town: Town,
    applicant: Applicant,
    { person, sandboxWish }: { readonly person: PersonId | null; readonly sandboxWish: string },
  ) =>
    town.services.saveAnswers({
      applicant,
      person,
      step: 'photo',
      fields: { sandboxWish },
      photo: await portrait(),
    });
  const asks = async ({ services }: Town, applicant: Applicant) => {
    const fields = { maySeePhoto: 'yes', misses: '3' };
    return must(await services.requestAssistance({ applicant, step: 'photo', fields })).code;
  };
  const joins = async ({ services }: Town, host: Applicant, guest: Applicant) => {
    const { code } = must(await services.makeJoinCode({ applicant: host }));
    must(await services.enterGroupCode({ applicant: guest, fields: { code } }));
  };
  const decide = ({ services }: Town, code: string) =>
    services.decideReview({ actor: operator, fields: { code, reason: 'photo-good' } });

  test('who joins another’s group just before her photo is decided: it is decided with that group held', async () => {
    const { town, marie, rose, daughter, code } = await begin();
    const { db } = town.tools;
    let turns = 0;
    let held: readonly string[] = [];
    const meanwhile: Database = {
      ...db,
      async transaction(work) {
        turns += 1;
        if (turns === 1) await joins(town, marie, rose);
        return db.transaction(async (trx) => {
          const made = await work(trx);
          // A row's xmax is the transaction that holds it.
          const { rows } = await sql<{ id: string }>`
            select id from registrations where xmax::text = pg_current_xact_id()::xid::text`.execute(trx);
          held = rows.map(({ id }) => id);
          return made;
        });
      },
    };
    const fields = { code, reason: 'photo-good' };
    must(await decideReview({ ...town.tools, db: meanwhile }, { actor: operator, fields }));
    const both = await db.kysely.selectFrom('registrations').select('id').execute();
    expect(held.toSorted()).toEqual(both.map(({ id }) => id).toSorted());
    expect(await town.services.answers(rose.accountId, daughter)).toMatchObject({ hasPhoto: true, photoWaits: false });
  });

  test('what a guest answered before, and her photos, are seen where she asked for a person to look', async () => {
    const { town, marie, rose, daughter, code } = await begin();
    const { services } = town;
    await joins(town, marie, rose);
    const save = { applicant: rose, photo: undefined };
    const [name, phone] = [{ givenNames: 'Lya', familyNames: 'Désir' }, { phone: '+52 55 1234 5678' }];
    must(await services.saveAnswers({ ...save, person: daughter, step: 'name', fields: name }));
    must(await services.saveAnswers({ ...save, person: null, step: 'phone', fields: phone }));
    must(await sendPhoto(town, rose, { person: null, sandboxWish: 'match' }));
    const seen = await services.review({ actor: operator, code });
    const changes = (seen?.changes ?? []).map((one) => [one.isHead, one.name, one.changes.map(({ step }) => step)]);
    expect(changes).toEqual([
      [true, 'Marie-Flore Désir', expect.arrayContaining(['photo', 'phone'])],
      [false, 'Lya Désir', ['name']],
    ]);
    const { registration, refused, earlier } = seen?.photos ?? {};
    expect([registration?.length, refused?.length, earlier?.length]).toEqual([1, 1, 1]);
  });

  test('two are asked about one photo: what one decides ends the other', async () => {
    const { town, marie, rose, daughter, code: hers } = await begin();
    const { services } = town;
    await joins(town, marie, rose);
    const hosts = await asks(town, marie);
    must(await decide(town, hosts));
    expect(await services.answers(rose.accountId, daughter)).toMatchObject({ hasPhoto: true });
    expect(await decide(town, hers)).toEqual(done);
    expect(await services.assistance(rose.accountId)).toBeNull();
    expect(await services.decided(marie.accountId)).toMatchObject({ step: 'photo', decision: 'for' });

    const other = await begin();
    await joins(other.town, other.marie, other.rose);
    const about = await asks(other.town, other.marie);
    must(await decide(other.town, other.code));
    expect(await decide(other.town, about)).toEqual(done);
    expect(await other.town.services.reviews(null)).toEqual([]);
  });

  test('one that has another’s photo to look at goes on', async () => {
    const { town, marie, rose, code } = await begin();
    const { code: husbands } = await waiting(town, marie, jean);
    await joins(town, marie, rose);
    must(await decide(town, code));
    expect((await town.services.reviews(null)).map((one) => one.code)).toEqual([husbands]);
    must(await decide(town, husbands));
  });
});
