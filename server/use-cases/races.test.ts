import { describe, expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import type { Captcha } from '#server/captcha/contract.ts';
import type { Database } from '#server/db/database.ts';
import type { Presence } from '#server/presence/contract.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { decideFor, inside, makeTown, minute, must, operator, portrait } from '#tests/support/town.ts';
import { afternoon, chosenIn } from '#tests/support/town-acts.ts';
import { ask } from './ask.ts';
import { confirmOffer } from './confirm-offer.ts';
import { currentPool } from './current-pool.ts';
import { decideReview } from './decide-review.ts';
import { lapseOffers } from './lapse-offers.ts';
import type { Tools } from './tools.ts';

eachDatabase((_name, open) => {
  const begin = async () => makeTown(await open(), afternoon);
  const offered = async () => {
    const town = await begin();
    const { person, offer } = await chosenIn(town);
    const input = { applicant: person, offerId: offer.id };
    const confirming = { ...input, place: inside, photo: await portrait(), sandboxWish: undefined };
    return { town, person, offer, input, confirming };
  };

  describe('at the same moment', () => {
    test('staff and the schedule of every process draw: one does, the others find it done', async () => {
      const town = await begin();
      must(await town.ask(await town.registered('marie')));
      must(await town.services.closePool({ actor: operator }));
      const draws = await Promise.all([1, 2, 3].map(() => town.services.drawPool({ actor: operator })));
      expect(draws.filter((draw) => draw.ok)).toHaveLength(1);
      expect(draws.find((draw) => !draw.ok)).toMatchObject({ error: { kind: 'pool-not-closed' } });
    });
  });

  describe('the window', () => {
    test('ends at its second, even before the schedule comes by', async () => {
      const town = await begin();
      const [early, late] = [await town.registered('early'), await town.registered('late')];
      const at = (time: string): Tools => ({ ...town.tools, now: () => Date.parse(time) as Instant });
      const asking = { place: inside, captchaAnswer: 'sandbox-pass', signals: {} };
      must(await ask(at('2027-03-11T10:59:59.999-05:00'), { ...asking, applicant: early, repeatKey: 'early' }));
      const closed = at('2027-03-11T11:00:00-05:00');
      expect(await ask(closed, { ...asking, applicant: late, repeatKey: 'late' })).toMatchObject({
        error: { kind: 'window-closed' },
      });
      expect(await currentPool(closed)).toBeNull();
      const { code } = must(await town.services.requestAssistance({ applicant: late, step: 'ask' }));
      must(await decideReview(closed, { actor: operator, fields: { code, reason: 'met-in-person' } }));
      expect(await town.standing(late)).toMatchObject({ step: 'registered' });
    });
  });

  describe('while a photo is looked at', () => {
    test('the deadline passes: she sent it in time, so the place is hers', async () => {
      const { town, person, offer, confirming } = await offered();
      let now = offer.deadlineAt;
      const presence: Presence = {
        ...town.tools.presence,
        async check(input) {
          now = (now + minute) as Instant;
          return town.tools.presence.check(input);
        },
      };
      const confirmed = await confirmOffer({ ...town.tools, presence, now: () => now }, confirming);
      expect(confirmed).toEqual({ ok: true, value: { next: 'confirmation' } });
      expect(await town.standing(person)).toMatchObject({ step: 'booked' });
    });

    test('the schedule lets the offer lapse: that is what she is told', async () => {
      const { town, offer, confirming } = await offered();
      const now = () => offer.deadlineAt;
      const presence: Presence = {
        ...town.tools.presence,
        async check(input) {
          await lapseOffers({ ...town.tools, now: () => (offer.deadlineAt + 1) as Instant });
          return town.tools.presence.check(input);
        },
      };
      expect(await confirmOffer({ ...town.tools, presence, now }, confirming)).toMatchObject({
        error: { kind: 'offer-lapsed' },
      });
    });

    test('she declines in another tab: nothing is left that waits for a person', async () => {
      const { town, person, input, confirming } = await offered();
      const presence: Presence = {
        ...town.tools.presence,
        async check() {
          must(await town.services.declineOffer(input));
          return { ok: true, value: { verdict: 'person-decides', reason: 'unsure' } };
        },
      };
      expect(await confirmOffer({ ...town.tools, presence }, confirming)).toMatchObject({
        error: { kind: 'no-offer' },
      });
      expect(await town.services.assistance(person.accountId)).toBeNull();
    });
  });

  describe('past the deadline', () => {
    test('help that she asks for while the schedule comes by keeps her place', async () => {
      const { town, person, offer } = await offered();
      const { db } = town.tools;
      const meanwhile: Database = {
        ...db,
        async transaction(work) {
          must(await town.services.requestAssistance({ applicant: person, step: 'confirm' }));
          return db.transaction(work);
        },
      };
      const late = (offer.deadlineAt + 1) as Instant;
      expect(await lapseOffers({ ...town.tools, db: meanwhile, now: () => late })).toBe(0);
      expect(await town.standing(person)).toMatchObject({ step: 'offered' });
    });

    test('a place that waits for a person is kept until its time comes, then she may ask again', async () => {
      const { town, person, offer } = await offered();
      const { code } = must(await town.services.requestAssistance({ applicant: person, step: 'confirm' }));
      await town.wait(offer.startsAt - town.tools.now() - minute);
      expect(await town.standing(person)).toMatchObject({ step: 'held' });
      await town.wait(minute);
      expect(await town.standing(person)).toMatchObject({ step: 'registered', last: { how: 'lapsed' } });
      expect(await town.services.assistance(person.accountId)).toBeNull();
      expect(await decideFor(town, code)).toMatchObject({ ok: false });
      must(await town.ask(person));
    });
  });

  describe('a repeat after a crash', () => {
    test('of asking gets the first answer, though its check against robots is used up', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      const used = new Set<string>();
      const captcha: Captcha = {
        ...town.tools.captcha,
        async verify(answer = '') {
          if (used.has(answer)) return { ok: false, error: { kind: 'captcha-missing' } };
          used.add(answer);
          return { ok: true, value: 'passed' };
        },
      };
      const asking = { applicant: person, place: inside, captchaAnswer: 'once', signals: {}, repeatKey: 'k' };
      const tools = { ...town.tools, captcha };
      const first = await ask(tools, asking);
      expect(first).toEqual({ ok: true, value: { day: '2027-03-11' } });
      expect(await ask(tools, asking)).toEqual(first);
      must(await town.services.closePool({ actor: operator }));
      expect(await ask(tools, asking)).toEqual(first);
    });
  });
});
