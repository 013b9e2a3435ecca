import { describe, expect, test } from 'vitest';
import type { AccountId } from '#core/ids.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { recentActs } from '#server/db/repositories/audit.ts';
import type { Presence } from '#server/presence/contract.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import {
  decideFor,
  hour,
  inside,
  makeTown,
  minute,
  must,
  operator,
  outside,
  portrait,
  type Town,
} from '#tests/support/town.ts';
import { confirmOffer } from './confirm-offer.ts';

/** The pool of 11 March is open until 11:00 the next morning. */
const afternoon = '2027-03-10T15:00:00-05:00';
const officer = '00000000-0000-4000-8000-000000000002' as AccountId;
const refused = { reason: 'outside-geofence', kilometers: '462', statement: 'Mwen nan Juárez', maySeePhoto: 'yes' };

eachDatabase((_name, open) => {
  const begin = async () => makeTown(await open(), afternoon);

  /** Outside by her phone's word; asks a person, and gives the code. */
  const asksAPerson = async (town: Town, person: Applicant, fields: Readonly<Record<string, string>> = refused) =>
    must(await town.services.requestAssistance({ applicant: person, step: 'ask', fields })).code;
  const against = (town: Town, code: string, actor: AccountId) =>
    town.services.decideReview({ actor, fields: { code, reason: 'place-not-shown', note: 'no map' } });
  const messages = async (town: Town) =>
    (await town.tools.db.kysely.selectFrom('outbox').select(['kind', 'detail']).orderBy('createdAt').execute()).filter(
      ({ kind }) => kind === 'review-decided',
    );

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
      expect(seen?.photos?.registration?.length).toBeGreaterThan(100);
      expect(seen?.signals.map(({ kind }) => kind)).toContain('automation');

      must(await decideFor(town, code, officer));
      const standing = await town.standing(person);
      expect(standing).toMatchObject({ step: 'waiting', day: '2027-03-11' });
      if (before.step !== 'registered' || standing.step !== 'waiting') throw new Error(standing.step);
      expect(standing.registeredAt).toBe(before.registeredAt);
      expect(await town.services.decided(person.accountId)).toMatchObject({ decision: 'for', entersNext: false });
      expect(await messages(town)).toMatchObject([{ detail: { decision: 'for' } }]);
      const acts = (await recentActs(town.tools.db.kysely)).map(({ action, actor }) => [action, actor]);
      expect(acts).toContainEqual(['see-review', officer]);
      expect(acts).toContainEqual(['decide-review', officer]);
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
      must(await against(town, first, operator));
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
      expect(await against(town, second, operator)).toMatchObject({ error: { kind: 'review-by-another' } });
      must(await decideFor(town, second, officer));
      expect(await town.standing(person)).toMatchObject({ step: 'waiting' });
      expect(await messages(town)).toMatchObject([
        { detail: { decision: 'against' } },
        { detail: { decision: 'for' } },
      ]);
    });

    test('she can try by herself while a person looks, and after a no', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await against(town, await asksAPerson(town, person), operator));
      must(await town.ask(person));
      expect(await town.standing(person)).toMatchObject({ step: 'waiting' });
    });

    test('two officers decide at the same moment: one of them does', async () => {
      const town = await begin();
      const code = await asksAPerson(town, await town.registered('marie'));
      const both = await Promise.all([decideFor(town, code, operator), against(town, code, officer)]);
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
      must(await against(town, code, operator));
      const rows = await town.tools.db.kysely.selectFrom('assistance').selectAll().execute();
      const text = rows.flatMap((row) =>
        Object.values(row).map((value) => (value instanceof Uint8Array ? value : Buffer.from(JSON.stringify(value)))),
      );
      expect(Buffer.concat(text).toString('latin1')).not.toMatch(/Mwen|no map/);
    });
  });

  describe('the live photo', () => {
    const offered = async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await town.ask(person));
      await town.wait(20 * hour);
      return { town, person };
    };
    const miss = { sandboxWish: 'miss', maySeePhoto: true };
    const threeMisses = async (change: object = miss) => {
      const { town, person } = await offered();
      for (const turn of [1, 2]) expect(await town.confirm(person, change), String(turn)).toMatchObject({ ok: false });
      expect(must(await town.confirm(person, change))).toEqual({ next: 'assisted' });
      const { code = '' } = (await town.services.assistance(person.accountId)) ?? {};
      return { town, person, code };
    };
    const livePhotos = async (town: Town) =>
      (await town.tools.db.kysely.selectFrom('assistance').selectAll().execute()).filter(
        ({ livePhotoSealed }) => livePhotoSealed !== null,
      ).length;

    test('three misses go to a person with both photos, side by side; decided, the place is hers and the photo gone', async () => {
      const { town, person, code } = await threeMisses();
      const seen = await town.services.review({ actor: officer, code });
      expect(seen).toMatchObject({ step: 'confirm', reason: 'live-photo' });
      expect(seen?.photos?.live?.slice(0, 2)).toEqual(new Uint8Array([0xff, 0xd8]));
      expect(seen?.photos?.registration?.slice(0, 2)).toEqual(new Uint8Array([0xff, 0xd8]));
      expect(await livePhotos(town)).toBe(1);
      must(await decideFor(town, code, officer));
      expect(await livePhotos(town)).toBe(0);
      expect(await town.standing(person)).toMatchObject({ step: 'booked' });
      expect(await messages(town)).toEqual([]);
    });

    test('is not kept without her leave', async () => {
      const { town, code } = await threeMisses({ sandboxWish: 'miss' });
      expect(await livePhotos(town)).toBe(0);
      expect(await town.services.review({ actor: officer, code })).toMatchObject({ photos: null });
    });

    test('goes when she confirms by herself after all, or declines', async () => {
      const one = await threeMisses();
      must(await one.town.confirm(one.person));
      expect(await livePhotos(one.town)).toBe(0);
      const other = await threeMisses();
      const standing = await other.town.standing(other.person);
      if (standing.step !== 'offered') throw new Error(standing.step);
      must(await other.town.services.declineOffer({ applicant: other.person, offerId: standing.offer.id }));
      expect(await livePhotos(other.town)).toBe(0);
    });

    test('decided against past the deadline: the place is kept once more, for something new', async () => {
      const { town, person, code } = await threeMisses();
      await town.wait(30 * hour);
      expect(await town.standing(person)).toMatchObject({ step: 'held' });
      must(await against(town, code, operator));
      await town.wait(22 * hour);
      expect(await town.standing(person)).toMatchObject({ step: 'offered' });
      const fields = { reason: 'live-photo', statement: 'Mwen te koupe cheve m' };
      const { code: again } = must(
        await town.services.requestAssistance({ applicant: person, step: 'confirm', fields }),
      );
      must(await against(town, again, officer));
      await town.wait(hour + minute);
      expect(await town.standing(person)).toMatchObject({ step: 'registered', last: { how: 'lapsed' } });
      expect(await town.tools.db.kysely.selectFrom('slots').select('taken').where('taken', '>', 0).execute()).toEqual(
        [],
      );
    });

    test('a check that is busy, down or never answers counts as no miss, however often', async () => {
      const { town, person } = await offered();
      const standing = await town.standing(person);
      if (standing.step !== 'offered') throw new Error(standing.step);
      const hanging: Presence = { ...town.tools.presence, check: () => new Promise(() => undefined) };
      const tools = { ...town.tools, presence: hanging, presencePatience: 20 };
      for (let turn = 0; turn < 4; turn += 1) {
        expect(await town.confirm(person, { sandboxWish: 'busy' })).toMatchObject({
          error: { kind: 'presence-throttled' },
        });
        expect(await town.confirm(person, { sandboxWish: 'down' })).toMatchObject({
          error: { kind: 'presence-unavailable' },
        });
        const photo = await portrait();
        const hung = await confirmOffer(tools, {
          applicant: person,
          offerId: standing.offer.id,
          place: inside,
          photo,
          sandboxWish: undefined,
        });
        expect(hung).toEqual({ ok: false, error: { kind: 'presence-unavailable' } });
      }
      expect(await town.standing(person)).toMatchObject({ step: 'offered', offer: { misses: 0 } });
      expect(await town.services.assistance(person.accountId)).toBeNull();
      must(await town.confirm(person));
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
    const taken = (await town.services.slots('2027-03-21' as LocalDay)).reduce((sum, slot) => sum + slot.taken, 0);
    expect(taken).toBe(1);
    expect(await town.tools.db.kysely.selectFrom('appointments').selectAll().execute()).toHaveLength(1);
  });
});
