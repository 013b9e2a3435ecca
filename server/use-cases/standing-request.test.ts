import { describe, expect, test } from 'vitest';
import { lockRegistrationOf } from '#server/db/repositories/registrations.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, makeTown, minute, must, operator, type Town } from '#tests/support/town.ts';
import { afternoon, onePlaceAt } from '#tests/support/town-acts.ts';

const day = 24 * hour;

eachDatabase((name, open) => {
  const begin = async () => makeTown(await open(), afternoon);
  const standing = (town: Town, person: Applicant) => town.services.standingRequest(person.accountId);
  const kinds = async (town: Town) => {
    const rows = await town.tools.db.kysely.selectFrom('outbox').select('kind').orderBy('createdAt').execute();
    return rows.map((row) => row.kind);
  };
  /** Marie asks each day, and the one place went to somebody else. */
  const notChosen = async () => {
    const town = await begin();
    const [one, two] = [await town.registered('one', 'laredo'), await town.registered('two', 'laredo')];
    await onePlaceAt(town, 'laredo', '2027-03-21');
    must(await town.ask(one, { isStanding: true }));
    must(await town.ask(two, { isStanding: true }));
    await town.wait(20 * hour);
    const isOneChosen = (await town.standing(one)).step === 'offered';
    return { town, chosen: isOneChosen ? one : two, person: isOneChosen ? two : one };
  };

  describe('a standing request', () => {
    test('that was not chosen is in the next pool by itself, under the same date, and once', async () => {
      const { town, person } = await notChosen();
      const before = await town.standing(person);
      expect(before).toMatchObject({ step: 'registered', last: { how: 'not-chosen' }, isStanding: true });
      await town.wait(hour);
      await Promise.all([town.wait(0), town.wait(0)]);
      const after = await town.standing(person);
      expect(after).toMatchObject({ step: 'waiting', day: '2027-03-12', ports: ['laredo'] });
      expect(after.step === 'waiting' && before.step === 'registered' && after.registeredAt).toBe(
        before.step === 'registered' && before.registeredAt,
      );
      await town.wait(minute);
      expect(await town.services.drawView()).toMatchObject({ pool: { day: '2027-03-12', requests: 1 } });
    });

    // PGlite has one connection: nobody can hold a row there while another looks.
    if (name === 'PostgreSQL') {
      test('of a group that changes at that moment keeps nobody waiting, and is in the pool a minute later', async () => {
        const { town, person } = await notChosen();
        let letGo = () => {};
        const isDone = new Promise<void>((resolve) => (letGo = resolve));
        let changing = Promise.resolve();
        await new Promise<void>((isHeld) => {
          changing = town.tools.db.transaction(async (trx) => {
            await lockRegistrationOf(trx, person.accountId);
            isHeld();
            await isDone;
          });
        });
        await town.wait(hour);
        expect(await town.standing(person)).toMatchObject({ step: 'registered' });
        letGo();
        await changing;
        await town.wait(minute);
        expect(await town.standing(person)).toMatchObject({ step: 'waiting', day: '2027-03-12' });
      });
    }

    test('is chosen the next day', async () => {
      const { town, person } = await notChosen();
      await town.wait(hour);
      await town.wait(23 * hour);
      expect(await town.standing(person)).toMatchObject({ step: 'offered' });
    });

    test('asks with the ports that she chose last', async () => {
      const { town, person } = await notChosen();
      must(await town.services.choosePorts({ applicant: person, fields: { port1: 'nogales', port2: 'laredo' } }));
      await town.wait(hour);
      expect(await town.standing(person)).toMatchObject({ step: 'waiting', ports: ['nogales', 'laredo'] });
    });

    test('stays out of the pool that she took her request back from, and is in the next', async () => {
      const { town, person } = await notChosen();
      await town.wait(hour);
      must(await town.services.withdraw({ applicant: person, what: 'today' }));
      await town.wait(minute);
      expect(await town.standing(person)).toMatchObject({
        step: 'registered',
        last: { how: 'withdrawn' },
        isStanding: true,
      });
      await town.wait(day);
      expect(await town.standing(person)).toMatchObject({ step: 'waiting', day: '2027-03-13' });
    });

    test('ends with everything when she wants that, and begins again at a press', async () => {
      const { town, person } = await notChosen();
      await town.wait(hour);
      must(await town.services.withdraw({ applicant: person, what: 'all' }));
      expect(await standing(town, person)).toMatchObject({ state: 'ended', reason: 'withdrawn' });
      await town.wait(day);
      expect(await town.standing(person)).toMatchObject({ step: 'registered', isStanding: false });
      must(await town.services.stillWaiting({ applicant: person }));
      expect(await town.standing(person)).toMatchObject({ step: 'waiting', isStanding: true });
    });

    test('can be ended while the draw is made, which the request itself can’t', async () => {
      const { town, person } = await notChosen();
      await town.wait(hour);
      must(await town.services.closePool({ actor: operator }));
      expect(await town.services.withdraw({ applicant: person, what: 'today' })).toMatchObject({
        error: { kind: 'nothing-to-withdraw' },
      });
      must(await town.services.withdraw({ applicant: person, what: 'all' }));
      expect(await town.standing(person)).toMatchObject({ step: 'closed', isStanding: false });
    });

    test('is not made for who left the box empty, nor by a request that was refused', async () => {
      const town = await begin();
      const [one, two] = [await town.registered('one'), await town.registered('two')];
      must(await town.ask(one));
      expect(await town.ask(two, { isStanding: true, captchaAnswer: undefined })).toMatchObject({ ok: false });
      expect([await standing(town, one), await standing(town, two)]).toEqual([null, null]);
    });

    test('is there after a repeat, though the first answer was lost before it was written', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await town.ask(person, { repeatKey: 'k' }));
      must(await town.ask(person, { repeatKey: 'k', isStanding: true }));
      expect(await standing(town, person)).toMatchObject({ state: 'live' });
    });
  });

  describe('a sign of life', () => {
    test('is asked for 5 days and 1 day before it runs out; then she is paused, and one press goes on', async () => {
      const { town, chosen, person } = await notChosen();
      must(await town.services.withdraw({ applicant: chosen, what: 'all' }));
      const { runsOutAt } = (await standing(town, person)) ?? { runsOutAt: 0 };
      // As if there were no place for weeks: she is never in a draw.
      await town.tools.db.kysely
        .updateTable('standingRequests')
        .set({ lookedDay: '9999-01-01' as never })
        .execute();
      const told = async () =>
        (await kinds(town)).filter((kind) => kind.startsWith('sign') || kind.startsWith('stand'));
      await town.wait(runsOutAt - town.tools.now() - 5 * day - minute);
      expect(await told()).toEqual([]);
      await town.wait(minute);
      await town.wait(minute);
      expect(await told()).toEqual(['sign-of-life']);
      await town.wait(4 * day);
      expect(await told()).toHaveLength(2);
      await town.wait(day - minute);
      expect(await standing(town, person)).toMatchObject({ state: 'live' });
      await town.wait(minute);
      expect(await standing(town, person)).toMatchObject({ state: 'paused', reason: 'no-sign' });
      expect(await told()).toEqual(['sign-of-life', 'sign-of-life', 'standing-paused']);
      const before = await town.standing(person);
      expect(before, 'she took nothing back').toMatchObject({ step: 'registered', stopped: 'no-sign' });
      must(await town.services.stillWaiting({ applicant: person }));
      const after = await town.standing(person);
      expect(after).toMatchObject({ step: 'waiting' });
      expect('registeredAt' in after && after.registeredAt).toBe('registeredAt' in before && before.registeredAt);
    });

    test('is given by whoever signs in; but one that is paused takes the press', async () => {
      const { town, person } = await notChosen();
      await town.wait(10 * day);
      await town.newcomer(person.deviceId.replace('device of ', ''));
      expect((await standing(town, person))?.lastSignAt).toBe(town.tools.now());
    });

    test('can’t come from who never asked, nor from who has an appointment', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      const refused = { error: { kind: 'no-standing-request' } };
      expect(await town.services.stillWaiting({ applicant: person })).toMatchObject(refused);
      must(await town.ask(person, { isStanding: true }));
      await town.wait(20 * hour);
      must(await town.confirm(person));
      expect(await standing(town, person)).toMatchObject({ state: 'paused', reason: 'booked' });
      expect(await town.services.stillWaiting({ applicant: person })).toMatchObject(refused);
      await town.wait(hour);
      expect(await town.ask(person)).toMatchObject({ error: { kind: 'already-asked' } });
      await town.wait(2 * day);
      expect(await town.standing(person)).toMatchObject({ step: 'booked' });
    });
  });

  describe('an offer that she doesn’t take', () => {
    test('declined: paused until she presses, and her date is kept', async () => {
      const { town, chosen } = await notChosen();
      const offered = await town.standing(chosen);
      if (offered.step !== 'offered') throw new Error(offered.step);
      must(await town.services.declineOffer({ applicant: chosen, offerId: offered.offer.id }));
      expect(await standing(town, chosen)).toMatchObject({ state: 'paused', reason: 'declined' });
      await town.wait(2 * hour);
      expect(await town.standing(chosen)).toMatchObject({ step: 'registered', registeredAt: offered.registeredAt });
      must(await town.services.stillWaiting({ applicant: chosen }));
      expect(await town.standing(chosen)).toMatchObject({ step: 'waiting', registeredAt: offered.registeredAt });
    });

    test('is not asked for again where she asks by hand', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await town.ask(person));
      await town.wait(20 * hour);
      expect(await town.standing(person)).toMatchObject({ step: 'offered', offer: { asksAgain: false } });
    });

    test('lapsed: she is back in the pool that is open; lapsed twice in a row: paused', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await town.ask(person, { isStanding: true }));
      await town.wait(20 * hour);
      expect(await town.standing(person)).toMatchObject({ step: 'offered', offer: { asksAgain: true } });
      await town.wait(hour);
      await town.wait(22 * hour + minute);
      expect(await town.standing(person)).toMatchObject({ step: 'waiting', day: '2027-03-12' });
      await town.wait(hour);
      expect(await town.standing(person)).toMatchObject({ step: 'offered', offer: { asksAgain: false } });
      await town.wait(day);
      expect(await standing(town, person)).toMatchObject({ state: 'paused', reason: 'lapsed-twice' });
    });
  });
});
