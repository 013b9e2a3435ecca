import { describe, expect, test } from 'vitest';
import { shippedPolicies } from '#core/policy/policies.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { recentActs } from '#server/db/repositories/audit.ts';
import type { KnownWitness } from '#server/services/draws.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, makeTown, minute, must, operator, type Town } from '#tests/support/town.ts';
import { afternoon, drawDay } from '#tests/support/town-acts.ts';
import { makeWitness } from '#tests/support/witness.ts';

const witness = makeWitness('ana');

eachDatabase((_name, open) => {
  /** By the policy that ships, which asks for two. */
  const begin = async (witnesses: readonly KnownWitness[] = []) => {
    const town = await makeTown(await open(), afternoon, { policies: shippedPolicies, witnesses });
    const someone = async (name: string, subject = name) => {
      const signedIn = { issuer: 'https://idp.example', subject, email: `${name}@puente.example` };
      return (await town.services.arrive({ signedIn, locale: 'en' })).accountId;
    };
    return { town, someone, ada: await someone('ada'), ben: await someone('ben') };
  };
  const seen = async (town: Town) => (await town.services.releaseView(operator))?.announcementHash ?? '';
  const state = async (town: Town) => (await town.services.drawView()).pool;
  const closed = async (town: Town) => {
    for (const name of ['marie', 'ana']) must(await town.ask(await town.registered(name, 'laredo')));
    must(await town.services.closePool({ actor: operator }));
  };

  describe('a closed pool', () => {
    test('is drawn once two different supervisors have released the counts that they saw', async () => {
      const { town, ada, ben } = await begin();
      expect(await town.services.releaseView(ada)).toBeNull();
      await closed(town);
      expect(await town.services.releaseView(ada)).toMatchObject({
        requests: 2,
        people: 2,
        policy: '2027-01',
        needed: 2,
        released: 0,
        isMine: false,
      });
      const counts = (await town.services.releaseView(ada))?.byPort.filter(({ requests }) => requests > 0);
      expect(counts).toEqual([{ port: 'laredo', requests: 2, people: 2, places: 30 }]);
      const announcementHash = await seen(town);
      const release = (actor: typeof ada) => town.services.releaseDraw({ actor, announcementHash });
      const draw = () => town.services.drawPool({ actor: operator });

      expect(await draw()).toMatchObject({ error: { kind: 'draw-not-released' } });
      expect(must(await release(ada))).toEqual({ released: 1 });
      expect(must(await release(ada))).toEqual({ released: 1 });
      expect(await town.services.releaseView(ada)).toMatchObject({ released: 1, isMine: true });
      expect(await town.services.releaseView(ben)).toMatchObject({ released: 1, isMine: false });
      expect(await draw()).toMatchObject({ error: { kind: 'draw-not-released' } });
      expect(must(await release(ben))).toEqual({ released: 2 });
      expect(must(await draw())).toMatchObject({ day: drawDay, chosen: 2 });
      expect(await release(ada)).toMatchObject({ error: { kind: 'pool-not-closed' } });
      const acts = (await recentActs(town.tools.db.kysely)).filter(({ action }) => action === 'release-draw');
      expect(acts.map(({ actor, detail }) => [actor, detail]).sort()).toEqual(
        [ada, ben].map((actor) => [actor, { day: drawDay, announcementHash }]).sort(),
      );
    });

    test('isn’t released by who is the same person with two accounts, or saw something else', async () => {
      const { town, someone, ada, ben } = await begin();
      await closed(town);
      const announcementHash = await seen(town);
      const again = await someone('ada', 'ada-at-another-desk');
      expect(again).not.toBe(ada);
      must(await town.services.releaseDraw({ actor: ada, announcementHash }));
      expect(must(await town.services.releaseDraw({ actor: again, announcementHash }))).toEqual({ released: 1 });
      expect(await town.services.releaseView(again)).toMatchObject({ isMine: true });
      for (const other of ['b'.repeat(64), '', announcementHash.toUpperCase()])
        expect(await town.services.releaseDraw({ actor: ben, announcementHash: other })).toMatchObject({
          error: { kind: 'form-stale' },
        });
      expect(await town.services.drawPool({ actor: operator })).toMatchObject({ error: { kind: 'draw-not-released' } });
    });

    test('waits for them past its time, and the schedule draws it in the minute after', async () => {
      const { town, ada, ben } = await begin();
      await town.wait(20 * hour);
      expect(await state(town)).toMatchObject({ day: drawDay, state: 'closed' });
      await town.wait(4 * hour);
      expect(await state(town)).toMatchObject({ day: drawDay, state: 'closed' });
      const announcementHash = await seen(town);
      for (const actor of [ada, ben]) must(await town.services.releaseDraw({ actor, announcementHash }));
      await town.wait(minute);
      expect((await town.services.drawView()).lastDraw).toMatchObject({ day: drawDay });
      expect(await state(town)).toMatchObject({ day: '2027-03-12' as LocalDay, state: 'open' });
    });

    test('waits for them before any secret of it is out: the operator signs only then, and nobody reveals before', async () => {
      const { town, ada, ben } = await begin([witness.known]);
      const { services } = town;
      must(await witness.join(town));
      await closed(town);
      must(await witness.signAnnouncement(town, drawDay));
      expect(await services.drawNow()).toMatchObject({ stage: 'cosigning', waitsFor: ['operator'] });
      const announcementHash = await seen(town);
      must(await services.releaseDraw({ actor: ada, announcementHash }));
      expect(await witness.reveal(town, drawDay, 1)).toMatchObject({ error: { kind: 'too-early' } });
      const reveals = () => services.drawFile({ day: drawDay, name: 'reveals.json', isWitness: true });
      expect(await reveals()).toMatchObject({ error: { kind: 'not-there-yet' } });

      must(await services.releaseDraw({ actor: ben, announcementHash }));
      expect(await services.drawNow()).toMatchObject({ stage: 'revealing', waitsFor: [witness.known.name] });
      must(await witness.reveal(town, drawDay, 1));
      expect(must(await services.drawPool({ actor: operator }))).toMatchObject({ chosen: 2 });
    });

    test('that nobody releases is postponed, and the next one waits for its own supervisors', async () => {
      const { town, ada, ben } = await begin();
      const { services } = town;
      await closed(town);
      await town.wait(22 * hour);
      await town.wait(9 * 24 * hour);
      await town.wait(minute);
      expect((await services.publishedDraw(drawDay))?.stage).toBe('postponed');
      const now = await services.drawNow();
      expect(now).toMatchObject({ draw: 2, stage: 'cosigning', waitsFor: ['operator'] });
      const announcementHash = await seen(town);
      for (const actor of [ada, ben]) must(await services.releaseDraw({ actor, announcementHash }));
      await town.wait(minute);
      expect((await services.drawView()).lastDraw).toMatchObject({ day: now?.day });
    });
  });
});
