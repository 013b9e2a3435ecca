import { describe, expect, test } from 'vitest';
import type { Presence } from '#server/presence/contract.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { decideFor, hour, inside, makeTown, minute, must, operator, portrait, type Town } from '#tests/support/town.ts';
import { afternoon, chosenIn, decideAgainst, officer, toldOfReviews } from '#tests/support/town-acts.ts';
import { confirmOffer } from './confirm-offer.ts';

eachDatabase((_name, open) => {
  const begin = async () => makeTown(await open(), afternoon);

  describe('the live photo', () => {
    const offered = async () => {
      const town = await begin();
      return { town, ...(await chosenIn(town)) };
    };
    const miss = { sandboxWish: 'miss', maySeePhoto: true };
    const threeMisses = async (change: object = miss) => {
      const { town, ...chosen } = await offered();
      const { person } = chosen;
      for (const turn of [1, 2]) expect(await town.confirm(person, change), String(turn)).toMatchObject({ ok: false });
      expect(must(await town.confirm(person, change))).toEqual({ next: 'assisted' });
      const { code = '' } = (await town.services.assistance(person.accountId)) ?? {};
      return { town, ...chosen, code };
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
      expect(seen?.photos?.registration[0]?.slice(0, 2)).toEqual(new Uint8Array([0xff, 0xd8]));
      expect(await livePhotos(town)).toBe(1);
      must(await decideFor(town, code, officer));
      expect(await livePhotos(town)).toBe(0);
      expect(await town.standing(person)).toMatchObject({ step: 'booked' });
      expect(await toldOfReviews(town)).toEqual([]);
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
      must(await other.town.services.declineOffer({ applicant: other.person, offerId: other.offer.id }));
      expect(await livePhotos(other.town)).toBe(0);
    });

    test('decided against past the deadline: the place is kept once more, for something new', async () => {
      const { town, person, code } = await threeMisses();
      await town.wait(30 * hour);
      expect(await town.standing(person)).toMatchObject({ step: 'held' });
      must(await decideAgainst(town, code, operator));
      await town.wait(22 * hour);
      expect(await town.standing(person)).toMatchObject({ step: 'offered' });
      const fields = { reason: 'live-photo', statement: 'Mwen te koupe cheve m' };
      const { code: again } = must(
        await town.services.requestAssistance({ applicant: person, step: 'confirm', fields }),
      );
      must(await decideAgainst(town, again, officer));
      await town.wait(hour + minute);
      expect(await town.standing(person)).toMatchObject({ step: 'registered', last: { how: 'lapsed' } });
      expect(await town.tools.db.kysely.selectFrom('slots').select('taken').where('taken', '>', 0).execute()).toEqual(
        [],
      );
    });

    test('a check that is busy, down or never answers counts as no miss, however often', async () => {
      const { town, person, offer } = await offered();
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
          offerId: offer.id,
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
});
