import { compactVerify, importJWK } from 'jose';
import { describe, expect, test } from 'vitest';
import type { LocalDay } from '#core/time/instant.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { decideFor, hour, makeTown, minute, must, operator, type Town } from '#tests/support/town.ts';
import { afternoon, onePlaceAt } from '#tests/support/town-acts.ts';
import { freedText } from './freed-places.ts';

eachDatabase((_name, open) => {
  const booked = async () => {
    const town = await makeTown(await open(), afternoon);
    const person = await town.registered('marie', 'laredo');
    must(await town.ask(person, { isStanding: true }));
    await town.wait(20 * hour);
    must(await town.confirm(person));
    const found = await town.standing(person);
    if (found.step !== 'booked') throw new Error(found.step);
    return { town, person, appointment: found.appointment, registeredAt: found.registeredAt };
  };
  const slot = async (town: Town, of: string) =>
    (await town.services.slots(of.slice(0, 10) as LocalDay)).find((one) => one.port === 'laredo' && one.slot === of);
  const told = async (town: Town, kind: string) =>
    (await town.tools.db.kysely.selectFrom('outbox').select('kind').where('kind', '=', kind).execute()).length;

  describe('an appointment that is given back', () => {
    test('frees its place, keeps the date, and asking each day takes one press', async () => {
      const { town, person, appointment } = await booked();
      must(await town.services.cancelAppointment({ applicant: person }));
      expect((await slot(town, appointment.slot))?.taken).toBe(0);
      expect(await town.standing(person)).toMatchObject({
        step: 'registered',
        last: { how: 'cancelled' },
        isStanding: false,
      });
      expect(await town.services.standingRequest(person.accountId)).toMatchObject({
        state: 'paused',
        reason: 'cancelled',
      });
      expect(await town.services.cancelAppointment({ applicant: person })).toMatchObject({
        error: { kind: 'no-appointment' },
      });
      expect(await freedText(town.tools.db.kysely, '2027-03-11' as LocalDay)).toMatch(
        /^1\tfree\tlaredo\t.*\tcancelled\t/,
      );
      expect(await told(town, 'cancelled')).toBe(1);
      await town.wait(hour);
      must(await town.services.stillWaiting({ applicant: person }));
      expect(await town.standing(person)).toMatchObject({ step: 'waiting' });
    });

    test('by its id is the one that she meant, or none', async () => {
      const { town, person, appointment } = await booked();
      const byId = (appointmentId: string) => town.services.cancelAppointment({ applicant: person, appointmentId });
      expect(await byId('another')).toMatchObject({ error: { kind: 'changed-since' } });
      expect(await town.standing(person)).toMatchObject({ step: 'booked' });
      must(await byId(appointment.id));
      // It comes again, since its answer was lost on the way.
      expect(await byId(appointment.id)).toMatchObject({ error: { kind: 'no-appointment' } });
    });

    test('goes to the next in line', async () => {
      const town = await makeTown(await open(), afternoon);
      const people = [await town.registered('one', 'laredo'), await town.registered('two', 'laredo')];
      await onePlaceAt(town, 'laredo', '2027-03-21');
      for (const person of people) must(await town.ask(person));
      await town.wait(20 * hour);
      const isFirst = people[0] && (await town.standing(people[0])).step === 'offered';
      const [holder, next] = isFirst ? people : people.toReversed();
      if (!holder || !next) throw new Error('expected two people');
      must(await town.confirm(holder));
      must(await town.services.cancelAppointment({ applicant: holder }));
      expect(await town.standing(next)).toMatchObject({ step: 'offered' });
    });

    test('can’t be once its time has come', async () => {
      const { town, person, appointment } = await booked();
      await town.wait(appointment.startsAt - town.tools.now());
      expect(await town.services.cancelAppointment({ applicant: person })).toMatchObject({
        error: { kind: 'appointment-over' },
      });
    });
  });

  describe('an appointment that nobody came to', () => {
    test('is over after its day, as long as nobody wrote down how it went', async () => {
      const { town, person, appointment } = await booked();
      const until = (moment: number) => town.wait(moment - town.tools.now());
      expect(await town.standing(person)).toMatchObject({ step: 'booked', isOver: false });
      await until(Date.parse(`${appointment.slot.slice(0, 10)}T23:59:00-05:00`));
      expect(await town.standing(person)).toMatchObject({ step: 'booked', isOver: false });
      await until(Date.parse(`${appointment.slot.slice(0, 10)}T23:59:00-05:00`) + minute);
      expect(await town.standing(person)).toMatchObject({ step: 'booked', isOver: true });
    });

    test('stays on the list of its port for two weeks', async () => {
      const { town, appointment } = await booked();
      const day = appointment.slot.slice(0, 10);
      const until = (moment: number) => town.wait(moment - town.tools.now());
      const noon = Date.parse(`${day}T12:00:00-05:00`);
      await until(noon);
      expect(await town.services.slotDays()).toContain(day);
      expect(await town.services.pastSlotDays()).not.toContain(day);
      for (const days of [1, 14]) {
        await until(noon + days * 24 * hour);
        expect(await town.services.slotDays()).not.toContain(day);
        expect(await town.services.pastSlotDays()).toContain(day);
      }
      await until(noon + 15 * 24 * hour);
      expect(await town.services.pastSlotDays()).not.toContain(day);
    });

    test('is marked by staff after its time, and she keeps her date and may ask again', async () => {
      const { town, person, appointment } = await booked();
      const mark = () => town.services.markMissed({ actor: operator, code: appointment.code });
      expect(await mark()).toMatchObject({ error: { kind: 'slot-not-over' } });
      await town.wait(appointment.startsAt - town.tools.now() + minute);
      must(await mark());
      // Pressed twice, or by two officers: it is written down, once.
      must(await mark());
      expect(await town.standing(person)).toMatchObject({ step: 'registered', last: { how: 'missed' } });
      expect(await told(town, 'missed')).toBe(1);
      const acts = await town.tools.db.kysely
        .selectFrom('audit')
        .select('actor')
        .where('action', '=', 'mark-missed')
        .execute();
      expect(acts).toEqual([{ actor: operator }]);
      must(await town.services.stillWaiting({ applicant: person }));
    });

    test('can be wrong: a person reads that she was there, and a yes puts her into the draw, her date kept', async () => {
      const { town, person, appointment, registeredAt } = await booked();
      await town.wait(appointment.startsAt - town.tools.now() + minute);
      must(await town.services.markMissed({ actor: operator, code: appointment.code }));
      const fields = { reason: 'missed', statement: 'Mwen te la' };
      const { code } = must(await town.services.requestAssistance({ applicant: person, step: 'ask', fields }));
      expect(await town.services.reviews('missed')).toMatchObject([{ code }]);
      const happened = await town.services.timeline(person.accountId);
      expect(happened).toContainEqual(
        expect.objectContaining({ help: { step: 'ask', about: 'missed', reason: null } }),
      );
      must(await decideFor(town, code));
      expect(await town.standing(person)).toMatchObject({ step: 'waiting', registeredAt });
    });

    test('is told by herself from the next day on, where the port writes nothing, and she may ask again', async () => {
      const { town, person, appointment } = await booked();
      const say = () => town.services.sayMissed({ applicant: person });
      const before = await town.standing(person);
      // A minute before midnight at the port, and a minute after.
      const midnight = Date.parse(`${appointment.slot.slice(0, 10)}T24:00:00-05:00`);
      await town.wait(midnight - minute - town.tools.now());
      expect(await say()).toMatchObject({ error: { kind: 'appointment-day-not-over' } });
      await town.wait(2 * minute);
      must(await say());
      expect(await say()).toMatchObject({ error: { kind: 'no-appointment' } });
      const after = await town.standing(person);
      expect(after).toMatchObject({ step: 'registered', last: { how: 'missed' }, isStanding: false });
      expect('registeredAt' in after && after.registeredAt).toBe('registeredAt' in before && before.registeredAt);
      expect(await told(town, 'missed')).toBe(0);
      must(await town.ask(person));
    });

    test('has two witnesses who are told apart, whoever says it first', async () => {
      const { town, person, appointment } = await booked();
      const witnesses = () =>
        town.tools.db.kysely
          .selectFrom('appointments')
          .select(['state', 'endedAt', 'sheSaidMissedAt', 'portSaidMissedAt'])
          .executeTakeFirstOrThrow();
      await town.wait(appointment.startsAt + 36 * hour - town.tools.now());
      const first = town.tools.now();
      must(await town.services.sayMissed({ applicant: person }));
      expect(await witnesses()).toEqual({
        state: 'missed',
        endedAt: first,
        sheSaidMissedAt: first,
        portSaidMissedAt: null,
      });
      must(await town.services.stillWaiting({ applicant: person }));
      await town.wait(minute);
      const second = town.tools.now();
      for (let press = 0; press < 2; press += 1) {
        must(await town.services.markMissed({ actor: operator, code: appointment.code }));
      }
      expect(await witnesses()).toEqual({
        state: 'missed',
        endedAt: first,
        sheSaidMissedAt: first,
        portSaidMissedAt: second,
      });
      // What she began since goes on, and nobody tells her what she said herself.
      expect(await town.services.standingRequest(person.accountId)).toMatchObject({ state: 'live' });
      expect(await told(town, 'missed')).toBe(0);
      const acts = town.tools.db.kysely.selectFrom('audit').select('at').where('action', '=', 'mark-missed');
      expect(await acts.execute()).toEqual([{ at: second }]);
    });
  });

  describe('a slot that the port has to close', () => {
    const move = (town: Town, from: string, to: string) =>
      town.services.moveSlot({ actor: operator, fields: { port: 'laredo', from, to } });

    test('goes as a whole to another: same code, a new proof that verifies, the old one on record', async () => {
      const { town, person, appointment } = await booked();
      const to = appointment.slot === '2027-03-21T15:00' ? '2027-03-21T14:00' : '2027-03-21T15:00';
      must(await move(town, appointment.slot, to));
      const after = await town.standing(person);
      if (after.step !== 'booked') throw new Error(after.step);
      expect(after.appointment).toMatchObject({ code: appointment.code, slot: to });
      const [jwk] = town.jwks.keys;
      const { payload } = await compactVerify(after.appointment.proof, await importJWK(jwk ?? {}, 'EdDSA'));
      expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ c: appointment.code, s: to });
      expect(await town.services.movedFrom(person.accountId)).toBe(appointment.slot);
      expect([(await slot(town, appointment.slot))?.taken, (await slot(town, to))?.taken]).toEqual([0, 1]);
      const kept = await town.tools.db.kysely.selectFrom('appointments').select(['slotLocal', 'state']).execute();
      expect(kept).toHaveLength(2);
      expect(kept).toContainEqual({ slotLocal: appointment.slot, state: 'moved' });
      const messages = town.tools.db.kysely.selectFrom('outbox').select('detail').where('kind', '=', 'moved');
      expect(await messages.execute()).toEqual([{ detail: { before: appointment.slot, now: to } }]);
      must(await town.services.cancelAppointment({ applicant: person }));
      expect((await slot(town, to))?.taken).toBe(0);
    });

    test('takes along the places that are held for an answer', async () => {
      const town = await makeTown(await open(), afternoon);
      const person = await town.registered('marie', 'laredo');
      must(await town.ask(person));
      await town.wait(20 * hour);
      const found = await town.standing(person);
      if (found.step !== 'offered') throw new Error(found.step);
      must(await move(town, found.offer.slot, '2027-03-22T09:00'));
      expect(await town.standing(person)).toMatchObject({ offer: { slot: '2027-03-22T09:00' } });
      must(await town.confirm(person));
      expect(await town.standing(person)).toMatchObject({ step: 'booked', appointment: { slot: '2027-03-22T09:00' } });
    });

    test('moves nobody where they don’t all fit, nor into a day whose draw would have no place left', async () => {
      const { town, appointment } = await booked();
      const set = (at: string, places: string) =>
        town.services.setCapacity({ actor: operator, fields: { port: 'laredo', slot: at, places } });
      must(await set('2027-03-22T09:00', '1'));
      expect(await move(town, appointment.slot, '2027-03-22T09:00')).toMatchObject({ error: { kind: 'slot-full' } });
      expect((await slot(town, appointment.slot))?.taken).toBe(1);
      must(await set('2027-03-22T09:00', '2'));
      must(await move(town, appointment.slot, '2027-03-22T09:00'));
      expect(await set('2027-03-22T09:00', '1')).toMatchObject({ error: { kind: 'capacity-in-use' } });
    });

    test('is refused a slot that there is not, and one of a day whose draw is being made', async () => {
      const { town, appointment } = await booked();
      const refused = await move(town, appointment.slot, '2027-03-21T03:33');
      expect(refused).toMatchObject({ error: { fields: [{ field: 'to', kind: 'not-in-list' }] } });
      await town.wait(hour);
      must(await town.services.closePool({ actor: operator }));
      expect(await move(town, appointment.slot, '2027-03-22T09:00')).toMatchObject({
        error: { kind: 'capacity-announced' },
      });
    });
  });

  describe('what happened', () => {
    test('is told from the first to the last, the newest first', async () => {
      const { town, person } = await booked();
      await town.wait(minute);
      must(await town.services.cancelAppointment({ applicant: person }));
      const entries = await town.services.timeline(person.accountId);
      expect(entries.map((one) => one.kind)).toEqual([
        'cancelled',
        'confirmed',
        'offered',
        'in-draw',
        'asked',
        'registered',
      ]);
      expect(entries.find((one) => one.kind === 'offered')).toMatchObject({
        port: 'laredo',
        day: '2027-03-11',
      });
      expect(await town.services.timeline((await town.newcomer('new')).accountId)).toEqual([]);
    });

    test('tells of a place that came back, not of the request that it took back', async () => {
      const town = await makeTown(await open(), afternoon);
      const people = [await town.registered('one', 'laredo'), await town.registered('two', 'laredo')];
      await onePlaceAt(town, 'laredo', '2027-03-21');
      for (const person of people) must(await town.ask(person, { isStanding: true }));
      await town.wait(20 * hour);
      await town.wait(hour);
      const isFirst = people[0] && (await town.standing(people[0])).step === 'offered';
      const [holder, next] = isFirst ? people : people.toReversed();
      if (!holder || !next) throw new Error('expected two people');
      const line = await town.services.drawLine(next.accountId);
      expect(line).toEqual({
        day: '2027-03-11',
        position: 2,
        total: 2,
        ports: [{ port: 'laredo', before: null, belowByDate: 1, belowByLot: 2 }],
      });
      const found = await town.standing(holder);
      if (found.step !== 'offered') throw new Error(found.step);
      await town.wait(minute);
      must(await town.services.declineOffer({ applicant: holder, offerId: found.offer.id }));
      const kinds = (await town.services.timeline(next.accountId)).map((one) => one.kind);
      expect(kinds).toEqual(['offered-freed', 'asked-standing', 'not-chosen', 'in-draw', 'asked', 'registered']);
    });
  });
});
