import { describe, expect, test } from 'vitest';
import { parseFreed } from '#core/draw/freed-log.ts';
import { firstFreedDifference } from '#core/draw/freed-places.ts';
import { parseInputs } from '#core/draw/inputs.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { findDraw } from '#server/db/repositories/draws.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, makeTown, minute, must, operator, type Town } from '#tests/support/town.ts';
import { afternoon, drawDay, offerOf, onePlaceAt, takenOn } from '#tests/support/town-acts.ts';
import { freedText } from './freed-places.ts';

eachDatabase((_name, open) => {
  const logOf = async (town: Town) => {
    const text = await freedText(town.tools.db.kysely, drawDay);
    const log = parseFreed(text);
    if (!log.ok) throw new Error(log.error.kind);
    const draw = await findDraw(town.tools.db.kysely, drawDay);
    const { pool = '', capacity = '', announcement = '', result = '', resultHash = '' } = draw ?? {};
    const inputs = parseInputs({ pool, capacity, announcement });
    if (!inputs.ok) throw new Error(inputs.error.kind);
    const drawn = { requests: inputs.value.requests, result: result ?? '', resultHash: resultHash ?? '' };
    expect(firstFreedDifference(drawn, log.value)).toBeUndefined();
    return log.value.map(({ act, port, why }) => `${act} ${port} ${why}`);
  };
  /** Three ask for one place at Laredo; in ticket order, and the first has it. */
  const drawn = async (ask: { readonly isStanding?: boolean } = {}, ...ports: readonly string[]) => {
    const town = await makeTown(await open(), afternoon);
    await onePlaceAt(town, 'laredo', '2027-03-21');
    const people: Applicant[] = [];
    for (const name of ['one', 'two', 'three']) people.push(await town.registered(name, 'laredo', ...ports));
    for (const person of people) must(await town.ask(person, ask));
    await town.wait(20 * hour);
    const rows = await town.tools.db.kysely
      .selectFrom('requests')
      .innerJoin('registrations', 'registrations.id', 'requests.registrationId')
      .select('accountId')
      .orderBy('ticketPosition')
      .execute();
    const order = rows.map((row) => people.find((person) => person.accountId === row.accountId) as Applicant);
    const steps = await Promise.all(order.map(town.standing));
    const holder = order[steps.findIndex((one) => one.step === 'offered')] as Applicant;
    const [next, last] = order.filter((person) => person !== holder) as [Applicant, Applicant];
    return { town, holder, next, last };
  };
  const decline = async (town: Town, person: Applicant) =>
    town.services.declineOffer({ applicant: person, offerId: (await offerOf(town, person)).id });

  describe('a place that is declined', () => {
    test('goes at once to the next in ticket order, who has 23 hours; nobody else gets one', async () => {
      const { town, holder, next, last } = await drawn();
      const before = await offerOf(town, holder);
      must(await decline(town, holder));
      const offer = await offerOf(town, next);
      expect(offer).toMatchObject({ port: 'laredo', slot: before.slot, canExtend: true });
      expect(offer.deadlineAt - town.tools.now()).toBe(23 * hour);
      expect(await town.standing(last)).toMatchObject({ step: 'registered', last: { how: 'not-chosen' } });
      expect(await takenOn(town)).toBe(1);
      expect(await logOf(town)).toEqual(['free laredo declined', 'give laredo next']);
    });

    test('goes on when the next lapses, and stops where nobody waits', async () => {
      const { town, holder, last } = await drawn();
      must(await decline(town, holder));
      await town.wait(23 * hour + minute);
      await town.wait(minute);
      expect(await offerOf(town, last)).toBeDefined();
      must(await decline(town, last));
      expect(await takenOn(town)).toBe(0);
      expect(await logOf(town)).toEqual([
        'free laredo declined',
        'give laredo next',
        'free laredo lapsed',
        'give laredo next',
        'free laredo declined',
      ]);
    });

    test('is better than tomorrow’s chance: the request in the open pool is taken back', async () => {
      const { town, holder, next } = await drawn({ isStanding: true });
      await town.wait(hour);
      expect(await town.standing(next)).toMatchObject({ step: 'waiting', day: '2027-03-12' });
      must(await decline(town, holder));
      expect(await town.standing(next)).toMatchObject({ step: 'offered' });
      expect(await town.services.drawView()).toMatchObject({ pool: { day: '2027-03-12', requests: 1 } });
    });

    test('waits while a draw is made, since who is in it can’t leave it', async () => {
      const { town, holder, next } = await drawn({ isStanding: true });
      await town.wait(hour);
      await onePlaceAt(town, 'laredo', '2027-03-22');
      must(await town.services.closePool({ actor: operator }));
      must(await decline(town, holder));
      expect(await town.standing(next)).toMatchObject({ step: 'closed' });
      expect(await logOf(town)).toEqual(['free laredo declined']);
      must(await town.services.drawPool({ actor: operator }));
      await town.wait(minute);
      const log = await logOf(town);
      expect(log.at(-1)).toBe('give laredo next');
      const live = await town.tools.db.kysely
        .selectFrom('offers')
        .select('registrationId')
        .where('state', '=', 'open')
        .execute();
      expect(new Set(live.map((row) => row.registrationId)).size).toBe(live.length);
    });

    test('passes over who took her request back, or stopped being asked for', async () => {
      const { town, holder, next, last } = await drawn({ isStanding: true });
      must(await town.services.withdraw({ applicant: next, what: 'all' }));
      must(await decline(town, holder));
      expect(await town.standing(last)).toMatchObject({ step: 'offered' });
      expect(await logOf(town)).toEqual(['free laredo declined', 'gone laredo not-waiting', 'give laredo next']);
    });

    test('is not offered any more when less than a day and six hours are left before every slot', async () => {
      const { town, holder, next } = await drawn();
      const offer = await offerOf(town, holder);
      must(await town.services.requestAssistance({ applicant: holder, step: 'confirm' }));
      await town.wait(offer.startsAt - town.tools.now() - 29 * hour);
      must(await town.services.declineOffer({ applicant: holder, offerId: offer.id }));
      expect(await town.standing(next)).toMatchObject({ step: 'registered' });
      expect(await logOf(town)).toEqual(['free laredo declined', 'shut laredo too-late']);
    });

    test('is answered a day before its slot at the latest, extended or not', async () => {
      const { town, holder, next } = await drawn();
      const { startsAt, id } = await offerOf(town, holder);
      must(await town.services.requestAssistance({ applicant: holder, step: 'confirm' }));
      await town.wait(startsAt - town.tools.now() - 40 * hour);
      must(await town.services.declineOffer({ applicant: holder, offerId: id }));
      const offer = await offerOf(town, next);
      expect(startsAt - offer.deadlineAt).toBe(24 * hour);
      expect(offer).toMatchObject({ canExtend: false, isExtended: false });
    });
  });

  test('of many who decline at the same moment each place goes to one, and the log has no gap', async () => {
    const town = await makeTown(await open(), afternoon);
    const slots = (await town.services.slots('2027-03-21' as LocalDay)).filter((slot) => slot.port === 'laredo');
    for (const [index, { slot }] of slots.entries()) {
      const fields = { port: 'laredo', slot, places: index < 4 ? '1' : '0' };
      must(await town.services.setCapacity({ actor: operator, fields }));
    }
    const people = await Promise.all(Array.from({ length: 8 }, (_, index) => town.registered(`p${index}`, 'laredo')));
    for (const person of people) must(await town.ask(person));
    await town.wait(20 * hour);
    const steps = await Promise.all(people.map(town.standing));
    const holders = people.filter((_, index) => steps[index]?.step === 'offered');
    expect(holders).toHaveLength(4);
    for (const outcome of await Promise.all(holders.map((person) => decline(town, person)))) must(outcome);
    await town.wait(minute);
    expect(await takenOn(town)).toBe(4);
    const log = await logOf(town);
    expect(log.filter((line) => line.startsWith('give'))).toHaveLength(4);
  });
});
