import { describe, expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { decideFor, hour, inside, makeTown, minute, must, outside, portrait } from '#tests/support/town.ts';
import { afternoon, chosenIn, takenOn } from '#tests/support/town-acts.ts';
import { declineOffer } from './answer-offer.ts';
import { confirmOffer } from './confirm-offer.ts';
import { standing } from './standing.ts';

eachDatabase((_name, open) => {
  const begin = async () => makeTown(await open(), afternoon);

  describe('an offer', () => {
    const offered = async () => {
      const town = await begin();
      return { town, ...(await chosenIn(town)) };
    };

    test('is kept 23 hours, and 23 more when extended, once', async () => {
      const { town, person, offer } = await offered();
      const input = { applicant: person, offerId: offer.id };
      expect(must(await town.services.extendOffer(input)).deadlineAt - offer.deadlineAt).toBe(23 * hour);
      expect(await town.services.extendOffer(input)).toMatchObject({ error: { kind: 'offer-already-extended' } });
      await town.wait(46 * hour);
      expect(await town.standing(person)).toMatchObject({ step: 'offered' });
      await town.wait(minute);
      expect(await town.standing(person)).toMatchObject({ step: 'registered', last: { how: 'lapsed' } });
      expect(await takenOn(town)).toBe(0);
    });

    test('that lapsed can be answered no more, even before the schedule comes by', async () => {
      const { town, person, offer } = await offered();
      const late = { ...town.tools, now: () => (offer.deadlineAt + 1) as Instant };
      const input = { applicant: person, offerId: offer.id };
      expect(await declineOffer(late, input)).toMatchObject({ error: { kind: 'offer-lapsed' } });
      const confirmed = await confirmOffer(late, { ...input, place: inside, photo: undefined, sandboxWish: undefined });
      expect(confirmed).toMatchObject({ error: { kind: 'offer-lapsed' } });
      expect(await standing(late, person.accountId)).toMatchObject({ step: 'registered', last: { how: 'lapsed' } });
    });

    test('declined gives its place back and costs nothing', async () => {
      const { town, person, offer } = await offered();
      expect(await takenOn(town)).toBe(1);
      must(await town.services.declineOffer({ applicant: person, offerId: offer.id }));
      expect(await takenOn(town)).toBe(0);
      expect(await town.standing(person)).toMatchObject({ step: 'registered', last: { how: 'declined' } });
    });

    test('kept past its deadline for a person’s help can still be declined, but not extended', async () => {
      const { town, person, offer } = await offered();
      must(await town.services.requestAssistance({ applicant: person, step: 'confirm' }));
      await town.wait(24 * hour);
      const input = { applicant: person, offerId: offer.id };
      expect(await town.services.extendOffer(input)).toMatchObject({ error: { kind: 'offer-lapsed' } });
      must(await town.services.declineOffer(input));
      expect(await takenOn(town)).toBe(0);
      expect(await town.standing(person)).toMatchObject({ step: 'registered', last: { how: 'declined' } });
      expect(await town.services.reviews(null)).toEqual([]);
    });

    test('is nobody else’s', async () => {
      const { town, offer } = await offered();
      const other = await town.registered('other');
      const input = { applicant: other, offerId: offer.id };
      expect(await town.services.declineOffer(input)).toMatchObject({ error: { kind: 'no-offer' } });
      expect(await town.services.extendOffer(input)).toMatchObject({ error: { kind: 'no-offer' } });
    });

    test('confirmed twice at the same moment is one appointment', async () => {
      const { town, person, offer } = await offered();
      const photo = await portrait();
      const input = { applicant: person, offerId: offer.id, place: inside, photo, sandboxWish: undefined };
      const both = await Promise.all([town.services.confirmOffer(input), town.services.confirmOffer(input)]);
      expect(both.map(must)).toEqual([{ next: 'confirmation' }, { next: 'confirmation' }]);
      expect(await town.tools.db.kysely.selectFrom('appointments').selectAll().execute()).toHaveLength(1);
    });

    test('confirmed again, by a second tab or after a crash, leads to the same confirmation', async () => {
      const { town, person, offer } = await offered();
      must(await town.confirm(person));
      const again = {
        applicant: person,
        offerId: offer.id,
        place: undefined,
        photo: undefined,
        sandboxWish: undefined,
      };
      expect(must(await town.services.confirmOffer(again))).toEqual({ next: 'confirmation' });
      const other = await town.registered('other');
      expect(await town.services.confirmOffer({ ...again, applicant: other })).toMatchObject({
        error: { kind: 'no-offer' },
      });
    });

    test.each([
      { what: 'from outside the area', change: { place: outside }, kind: 'outside-geofence' },
      { what: 'without a photo', change: { photo: undefined }, kind: 'fields' },
      { what: 'with a file that is no image', change: { photo: new Uint8Array([1, 2, 3]) }, kind: 'fields' },
      { what: 'while the check is busy', change: { sandboxWish: 'busy' }, kind: 'presence-throttled' },
      {
        what: 'while the check is down',
        change: { sandboxWish: 'down' },
        kind: 'presence-unavailable',
      },
    ])('is not confirmed $what, and stays', async ({ change, kind }) => {
      const { town, person } = await offered();
      expect(await town.confirm(person, change)).toMatchObject({ ok: false, error: { kind } });
      expect(await town.standing(person)).toMatchObject({ step: 'offered', offer: { misses: 0 } });
    });

    test('three photos that do not fit lead to a person, and the place is kept past the deadline', async () => {
      const { town, person } = await offered();
      const miss = { sandboxWish: 'miss' };
      expect(await town.confirm(person, miss)).toMatchObject({ error: { kind: 'presence-missed' } });
      expect(await town.confirm(person, miss)).toMatchObject({ error: { kind: 'presence-missed' } });
      expect(must(await town.confirm(person, miss))).toEqual({ next: 'assisted' });
      const waiting = await town.services.assistance(person.accountId);
      await town.wait(30 * hour);
      expect(await town.standing(person)).toMatchObject({ step: 'held' });
      must(await decideFor(town, waiting?.code ?? ''));
      expect(await town.standing(person)).toMatchObject({ step: 'booked' });
      expect(await decideFor(town, waiting?.code ?? '')).toMatchObject({
        error: { kind: 'assistance-done' },
      });
    });
  });
});
