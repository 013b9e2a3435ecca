import { describe, expect, test } from 'vitest';
import { recentActs } from '#server/db/repositories/audit.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import {
  decideFor,
  hour,
  makeTown,
  minute,
  must,
  operator,
  outside,
  portrait,
  type Town,
} from '#tests/support/town.ts';
import { afternoon, decideAgainst, officer, takenOn, toldOfReviews } from '#tests/support/town-acts.ts';

const refused = { reason: 'outside-geofence', kilometers: '462', statement: 'Mwen nan Juárez', maySeePhoto: 'yes' };

eachDatabase((_name, open) => {
  const begin = async () => makeTown(await open(), afternoon);

  /** Outside by her phone's word; asks a person, and gives the code. */
  const asksAPerson = async (town: Town, person: Applicant, fields: Readonly<Record<string, string>> = refused) =>
    must(await town.services.requestAssistance({ applicant: person, step: 'ask', fields })).code;

  describe('a refusal by the geofence', () => {
    test('goes to a person with its figures, her words and what looked odd; decided for her she is in the pool, her date kept', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      const before = await town.standing(person);
      await town.wait(minute);
      expect(await town.ask(person, { place: outside, signals: { automation: true } })).toMatchObject({ ok: false });
      const code = await asksAPerson(town, person);
      expect(await town.services.reviews(null)).toMatchObject([{ code, step: 'ask', reason: 'outside-geofence' }]);
      expect(await town.services.reviews('device-limit')).toEqual([]);
      const seen = await town.services.review({ actor: officer, code });
      expect(seen).toMatchObject({
        found: { kilometers: 462 },
        statement: 'Mwen nan Juárez',
        mayDecide: true,
        before: null,
        photos: { live: null },
      });
      expect(seen?.photos?.registration[0]?.length).toBeGreaterThan(100);
      expect(seen?.signals.map(({ kind }) => kind)).toContain('automation');

      must(await decideFor(town, code, officer));
      const standing = await town.standing(person);
      expect(standing).toMatchObject({ step: 'waiting', day: '2027-03-11' });
      if (before.step !== 'registered' || standing.step !== 'waiting') throw new Error(standing.step);
      expect(standing.registeredAt).toBe(before.registeredAt);
      expect(await town.services.decided(person.accountId)).toMatchObject({ decision: 'for', entersNext: false });
      expect(await toldOfReviews(town)).toMatchObject([{ detail: { decision: 'for' } }]);
      const acts = (await recentActs(town.tools.db.kysely)).map(({ action, actor }) => [action, actor]);
      expect(acts).toContainEqual(['see-review', officer]);
      expect(acts).toContainEqual(['decide-review', officer]);
    });

    test('shows who looks what was answered otherwise before, old photos only with her leave, and nothing once it is decided', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      const about = { applicant: person, person: null };
      const fields = { givenNames: 'Zoé', familyNames: 'Désir' };
      must(await town.services.saveAnswers({ ...about, step: 'name', fields, photo: undefined }));
      must(await town.services.saveAnswers({ ...about, step: 'photo', fields: {}, photo: await portrait() }));
      const code = await asksAPerson(town, person);
      const seen = await town.services.review({ actor: officer, code });
      expect(seen?.changes).toMatchObject([{ name: 'Zoé Désir', isHead: true }]);
      expect(seen?.changes[0]?.changes.find(({ step }) => step === 'name')).toMatchObject({
        before: { givenNames: 'Marie-Flore' },
        after: { givenNames: 'Zoé' },
      });
      expect(seen?.photos?.earlier).toHaveLength(1);
      await asksAPerson(town, person, { ...refused, maySeePhoto: '' });
      expect((await town.services.review({ actor: officer, code }))?.photos).toBeNull();
      must(await decideFor(town, code));
      expect(await town.services.review({ actor: officer, code })).toMatchObject({ changes: [], photos: null });
    });

    test('decided for her after the close: she enters the next pool the minute it opens, with her date', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      const code = await asksAPerson(town, person);
      await town.wait(20 * hour + minute);
      must(await decideFor(town, code));
      expect(await town.standing(person)).toMatchObject({ step: 'registered' });
      expect(await town.services.decided(person.accountId)).toMatchObject({ decision: 'for', entersNext: true });
      await town.wait(hour);
      expect(await town.standing(person)).toMatchObject({ step: 'waiting', day: '2027-03-12' });
      const [request] = await town.tools.db.kysely.selectFrom('requests').selectAll().execute();
      const [registration] = await town.tools.db.kysely.selectFrom('registrations').selectAll().execute();
      expect(request?.registeredAt).toBe(registration?.registeredAt);
      await town.wait(minute);
      expect(await town.tools.db.kysely.selectFrom('requests').selectAll().execute()).toHaveLength(1);
    });

    test('she takes back what a person put in: the schedule does not put her in again', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await decideFor(town, await asksAPerson(town, person)));
      must(await town.services.withdraw({ applicant: person }));
      await town.wait(24 * hour);
      expect(await town.standing(person)).toMatchObject({ step: 'registered' });
    });

    test('a no is told with its reason and is not final: with something new another officer decides', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      const first = await asksAPerson(town, person);
      must(await decideAgainst(town, first, operator));
      expect(await town.standing(person)).toMatchObject({ step: 'registered' });
      expect(await town.services.decided(person.accountId)).toMatchObject({
        decision: 'against',
        reason: 'place-not-shown',
      });

      const again = { applicant: person, step: 'ask' } as const;
      expect(
        await town.services.requestAssistance({ ...again, fields: { ...refused, statement: '  ' } }),
      ).toMatchObject({ error: { kind: 'fields', fields: [{ field: 'statement', kind: 'missing' }] } });
      const second = await asksAPerson(town, person, { ...refused, statement: 'Gade reseli a' });
      expect(second).not.toBe(first);
      expect(await town.services.decided(person.accountId)).toBeNull();
      const seen = await town.services.review({ actor: operator, code: second });
      expect(seen).toMatchObject({ mayDecide: false, before: { reason: 'place-not-shown', note: 'no map' } });
      expect(await decideFor(town, second, operator)).toMatchObject({ error: { kind: 'review-by-another' } });
      expect(await decideAgainst(town, second, operator)).toMatchObject({ error: { kind: 'review-by-another' } });
      must(await decideFor(town, second, officer));
      expect(await town.standing(person)).toMatchObject({ step: 'waiting' });
      expect(await toldOfReviews(town)).toMatchObject([
        { detail: { decision: 'against' } },
        { detail: { decision: 'for' } },
      ]);
    });

    test('she can try by herself while a person looks, and after a no', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await decideAgainst(town, await asksAPerson(town, person), operator));
      must(await town.ask(person));
      expect(await town.standing(person)).toMatchObject({ step: 'waiting' });
    });

    test('two officers decide at the same moment: one of them does', async () => {
      const town = await begin();
      const code = await asksAPerson(town, await town.registered('marie'));
      const both = await Promise.all([decideFor(town, code, operator), decideAgainst(town, code, officer)]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { kind: 'assistance-done' } });
    });

    test('no photo is shown without her leave, and none once it is decided', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      const { maySeePhoto: _, ...withoutLeave } = refused;
      const code = await asksAPerson(town, person, withoutLeave);
      expect(await town.services.review({ actor: officer, code })).toMatchObject({ photos: null });
      expect(await asksAPerson(town, person)).toBe(code);
      expect((await town.services.review({ actor: officer, code }))?.photos).not.toBeNull();
      must(await decideFor(town, code, officer));
      expect(await town.services.review({ actor: officer, code })).toMatchObject({ state: 'done', photos: null });
    });

    test('neither her words nor a note stand in the database in plain', async () => {
      const town = await begin();
      const code = await asksAPerson(town, await town.registered('marie'));
      must(await decideAgainst(town, code, operator));
      const rows = await town.tools.db.kysely.selectFrom('assistance').selectAll().execute();
      const text = rows.flatMap((row) =>
        Object.values(row).map((value) => (value instanceof Uint8Array ? value : Buffer.from(JSON.stringify(value)))),
      );
      expect(Buffer.concat(text).toString('latin1')).not.toMatch(/Mwen|no map/);
    });
  });

  test('a place is never given beyond those that there are, whoever decides', async () => {
    const town = await begin();
    const person = await town.registered('marie', 'laredo');
    must(await town.ask(person));
    await town.wait(20 * hour);
    const { code } = must(await town.services.requestAssistance({ applicant: person, step: 'confirm' }));
    const both = await Promise.all([decideFor(town, code, operator), decideFor(town, code, officer)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await takenOn(town)).toBe(1);
    expect(await town.tools.db.kysely.selectFrom('appointments').selectAll().execute()).toHaveLength(1);
  });
});
