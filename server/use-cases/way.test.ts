import { compactVerify, importJWK } from 'jose';
import { describe, expect, test } from 'vitest';
import type { PortCode } from '#core/ids.ts';
import type { Instant, LocalDay } from '#core/time/instant.ts';
import { findDraw } from '#server/db/repositories/draws.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import { findSignals } from '#server/db/repositories/signals.ts';
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

/** Three in the afternoon, Eastern: the pool of 11 March is open until 11:00 the next morning. */
const afternoon = '2027-03-10T15:00:00-05:00';

/** One place at one port for the draw of 11 March, so that of two who ask one is not chosen. */
async function onePlaceAt(town: Town, port: string): Promise<void> {
  const slots = (await town.services.slots('2027-03-21' as LocalDay)).filter((slot) => slot.port === port);
  for (const [index, { slot }] of slots.entries()) {
    must(await town.services.setCapacity({ actor: operator, fields: { port, slot, places: index === 0 ? '1' : '0' } }));
  }
}

eachDatabase((_name, open) => {
  const begin = async () => makeTown(await open(), afternoon);

  describe('the way of one person', () => {
    test('from asking to a proof that the published key verifies', async () => {
      const town = await begin();
      const person = await town.registered('marie', 'nogales', 'el-paso');
      expect(must(await town.ask(person))).toEqual({ day: '2027-03-11' });
      expect(await town.standing(person)).toMatchObject({
        step: 'waiting',
        day: '2027-03-11',
        ports: ['nogales', 'el-paso'],
      });

      await town.wait(20 * hour + minute);
      const offered = await town.standing(person);
      expect(offered).toMatchObject({ step: 'offered', offer: { port: 'nogales', canExtend: true, misses: 0 } });

      expect(must(await town.confirm(person))).toEqual({ next: 'confirmation' });
      const booked = await town.standing(person);
      if (booked.step !== 'booked') throw new Error(booked.step);
      const { proof, code } = booked.appointment;
      expect(proof.length).toBeLessThanOrEqual(300);
      const [jwk] = town.jwks.keys;
      const { payload } = await compactVerify(proof, await importJWK(jwk ?? {}, 'EdDSA'));
      expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ c: code, p: 'nogales', n: 1, i: 'MD' });
      const entry = { code, name: 'Marie-Flore Désir', size: 1, state: 'booked' };
      expect(await town.services.portDay({ port: 'nogales' as PortCode, day: '2027-03-21' as LocalDay })).toMatchObject(
        [entry],
      );
    });

    test('the schedule closes, draws and opens the next pool, each once however often it runs', async () => {
      const town = await begin();
      must(await town.ask(await town.registered('marie')));
      await town.wait(20 * hour);
      await Promise.all([town.wait(0), town.wait(0), town.wait(0)]);
      expect(await town.services.drawView()).toMatchObject({
        pool: { day: '2027-03-11', state: 'drawn' },
        lastDraw: { number: 1, chosen: 1 },
      });
      expect(await town.services.openPool()).toBeNull();
      await town.wait(hour);
      expect(await town.services.openPool()).toMatchObject({ day: '2027-03-12' });
      const offers = await town.tools.db.kysely.selectFrom('offers').selectAll().execute();
      expect(offers).toHaveLength(1);
    });

    test('a name, a birth date or a phone number is nowhere in the database in plain', async () => {
      const town = await begin();
      await town.registered('marie');
      const people = await town.tools.db.kysely.selectFrom('people').selectAll().execute();
      const accounts = await town.tools.db.kysely.selectFrom('accounts').selectAll().execute();
      const text = Buffer.concat(
        [...people, ...accounts]
          .flatMap((row) => Object.values(row))
          .map((value) => Buffer.from(value instanceof Uint8Array ? value : String(value))),
      ).toString('latin1');
      for (const plain of ['Marie', 'marie', 'Désir', '1992', '34123456', 'puente.example'])
        expect(text).not.toContain(plain);
    });
  });

  describe('not chosen', () => {
    test('of two who ask for one place one gets it, the other keeps her date and asks again', async () => {
      const town = await begin();
      const [one, two] = [await town.registered('one', 'laredo'), await town.registered('two', 'laredo')];
      await onePlaceAt(town, 'laredo');
      must(await town.ask(one));
      must(await town.ask(two));
      await town.wait(20 * hour);
      const steps = await Promise.all([one, two].map(town.standing));
      expect(steps.map((step) => step.step).sort()).toEqual(['offered', 'registered']);
      const loser = steps[0]?.step === 'registered' ? one : two;
      expect(await town.standing(loser)).toMatchObject({ last: { how: 'not-chosen', day: '2027-03-11' } });
      expect(await town.ask(loser)).toMatchObject({ ok: false, error: { kind: 'window-closed' } });
      await town.wait(hour);
      expect(must(await town.ask(loser))).toEqual({ day: '2027-03-12' });
    });
  });

  describe('asking', () => {
    test.each([
      { what: 'outside the area', change: { place: outside }, kind: 'outside-geofence' },
      { what: 'without a location', change: { place: undefined }, kind: 'location-missing' },
      {
        what: 'with a vague location',
        change: { place: { ...inside, accuracyMeters: 50_000 } },
        kind: 'location-too-vague',
      },
      { what: 'without the check against robots', change: { captchaAnswer: undefined }, kind: 'captcha-missing' },
      { what: 'with a wrong answer to it', change: { captchaAnswer: 'guess' }, kind: 'captcha-missing' },
    ])('$what is refused as $kind, and nothing is stored', async ({ change, kind }) => {
      const town = await begin();
      const person = await town.registered('marie');
      expect(await town.ask(person, change)).toMatchObject({ ok: false, error: { kind } });
      expect(await town.standing(person)).toMatchObject({ step: 'registered' });
      must(await town.ask(person));
    });

    test('the fourth registration on one phone is refused, also when all four come at once', async () => {
      const town = await begin();
      const people = await Promise.all(['a', 'b', 'c', 'd'].map((name) => town.registered(name)));
      const asked = await Promise.all(people.map((person) => town.ask({ ...person, deviceId: 'one phone' })));
      expect(asked.filter((outcome) => outcome.ok)).toHaveLength(3);
      expect(asked.find((outcome) => !outcome.ok)).toMatchObject({
        error: { kind: 'device-limit', numbers: { limit: 3 } },
      });
    });

    test('asking twice with one key is one request and the same answer; with another key it is already-asked', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      const twice = await Promise.all([town.ask(person, { repeatKey: 'k' }), town.ask(person, { repeatKey: 'k' })]);
      expect(twice).toEqual([
        { ok: true, value: { day: '2027-03-11' } },
        { ok: true, value: { day: '2027-03-11' } },
      ]);
      expect(await town.ask(person)).toMatchObject({ ok: false, error: { kind: 'already-asked' } });
      expect(await town.services.drawView()).toMatchObject({ pool: { requests: 1 } });
    });

    test('a request taken back is not in the draw, and can be made again', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await town.ask(person));
      must(await town.services.withdraw({ applicant: person, what: 'today' }));
      expect(await town.standing(person)).toMatchObject({ step: 'registered', last: { how: 'withdrawn' } });
      expect(await town.services.withdraw({ applicant: person, what: 'today' })).toMatchObject({
        error: { kind: 'nothing-to-withdraw' },
      });
      must(await town.ask(person));
      expect(await town.services.drawView()).toMatchObject({ pool: { requests: 1 } });
    });

    test('what looks odd about a phone is written down for people and refuses nothing', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await town.ask(person, { signals: { automation: true, timeZone: 'Europe/Paris' } }));
      const registration = await findRegistrationOf(town.tools.db.kysely, person.accountId);
      const signals = registration ? await findSignals(town.tools.db.kysely, registration.id) : [];
      expect(signals.map((signal) => signal.kind).sort()).toEqual([
        'automation',
        'filled-too-fast',
        'zone-against-place',
      ]);
      const places = () => town.tools.db.kysely.selectFrom('coarsePlaces').selectAll().execute();
      expect(await places()).toHaveLength(1);
      await town.wait(24 * hour + minute);
      expect(await places()).toHaveLength(0);
    });
  });

  describe('an offer', () => {
    const offered = async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await town.ask(person));
      await town.wait(20 * hour);
      const found = await town.standing(person);
      if (found.step !== 'offered') throw new Error(found.step);
      return { town, person, offer: found.offer };
    };
    const taken = async (town: Town) =>
      (await town.services.slots('2027-03-21' as LocalDay)).reduce((sum, slot) => sum + slot.taken, 0);

    test('is kept 23 hours, and 23 more when extended, once', async () => {
      const { town, person, offer } = await offered();
      const input = { applicant: person, offerId: offer.id };
      expect(must(await town.services.extendOffer(input)).deadlineAt - offer.deadlineAt).toBe(23 * hour);
      expect(await town.services.extendOffer(input)).toMatchObject({ error: { kind: 'offer-already-extended' } });
      await town.wait(46 * hour);
      expect(await town.standing(person)).toMatchObject({ step: 'offered' });
      await town.wait(minute);
      expect(await town.standing(person)).toMatchObject({ step: 'registered', last: { how: 'lapsed' } });
      expect(await taken(town)).toBe(0);
    });

    test('that lapsed can be answered no more, even before the schedule comes by', async () => {
      const { town, person, offer } = await offered();
      const late = { ...town.tools, now: () => (offer.deadlineAt + 1) as Instant };
      const { confirmOffer } = await import('./confirm-offer.ts');
      const { declineOffer } = await import('./answer-offer.ts');
      const input = { applicant: person, offerId: offer.id };
      expect(await declineOffer(late, input)).toMatchObject({ error: { kind: 'offer-lapsed' } });
      const confirmed = await confirmOffer(late, { ...input, place: inside, photo: undefined, sandboxWish: undefined });
      expect(confirmed).toMatchObject({ error: { kind: 'offer-lapsed' } });
      const { standing } = await import('./standing.ts');
      expect(await standing(late, person.accountId)).toMatchObject({ step: 'registered', last: { how: 'lapsed' } });
    });

    test('declined gives its place back and costs nothing', async () => {
      const { town, person, offer } = await offered();
      expect(await taken(town)).toBe(1);
      must(await town.services.declineOffer({ applicant: person, offerId: offer.id }));
      expect(await taken(town)).toBe(0);
      expect(await town.standing(person)).toMatchObject({ step: 'registered', last: { how: 'declined' } });
    });

    test('kept past its deadline for a person’s help can still be declined, but not extended', async () => {
      const { town, person, offer } = await offered();
      must(await town.services.requestAssistance({ applicant: person, step: 'confirm' }));
      await town.wait(24 * hour);
      const input = { applicant: person, offerId: offer.id };
      expect(await town.services.extendOffer(input)).toMatchObject({ error: { kind: 'offer-lapsed' } });
      must(await town.services.declineOffer(input));
      expect(await taken(town)).toBe(0);
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

  describe('the assisted way', () => {
    test('a person without location asks through staff, under the same code however often she presses', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      const { code } = must(await town.services.requestAssistance({ applicant: person, step: 'ask' }));
      expect(must(await town.services.requestAssistance({ applicant: person, step: 'ask' })).code).toBe(code);
      must(await decideFor(town, code.replace(/(\d{3})/g, '$1 ')));
      expect(await town.standing(person)).toMatchObject({ step: 'waiting' });
      expect(await town.services.reviews(null)).toEqual([]);
    });

    test('a code that still waits after she has asked is done, and waits no more', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      must(await town.ask(person));
      const { code } = must(await town.services.requestAssistance({ applicant: person, step: 'ask' }));
      must(await decideFor(town, code));
      expect(await town.services.reviews(null)).toEqual([]);
      expect(await town.standing(person)).toMatchObject({ step: 'waiting' });
    });
  });

  describe('the operator', () => {
    test('closes and draws by hand; no later pool opens before that draw', async () => {
      const town = await begin();
      must(await town.ask(await town.registered('marie')));
      expect(await town.services.drawPool({ actor: operator })).toMatchObject({ error: { kind: 'pool-not-closed' } });
      must(await town.services.closePool({ actor: operator }));
      expect(await town.services.closePool({ actor: operator })).toMatchObject({ error: { kind: 'pool-not-open' } });
      expect(await town.services.openNextPool({ actor: operator })).toMatchObject({
        error: { kind: 'pool-already-open' },
      });
      expect(must(await town.services.drawPool({ actor: operator }))).toEqual({ day: '2027-03-11', chosen: 1 });
      expect(must(await town.services.openNextPool({ actor: operator }))).toEqual({ day: '2027-03-12' });
    });

    test('each draw names the one before and reveals what the one before committed to', async () => {
      const town = await begin();
      for (let draw = 0; draw < 2; draw += 1) {
        must(await town.services.closePool({ actor: operator }));
        must(await town.services.drawPool({ actor: operator }));
        if (draw === 0) must(await town.services.openNextPool({ actor: operator }));
      }
      const db = town.tools.db.kysely;
      const [first, second] = [
        await findDraw(db, '2027-03-11' as LocalDay),
        await findDraw(db, '2027-03-12' as LocalDay),
      ];
      expect(second?.previousResult).toBe(first?.resultHash);
      expect(JSON.parse(second?.announcement ?? '{}')).toMatchObject({
        draw: 2,
        previousResult: first?.resultHash,
        parties: [{ name: 'operator', tip: first?.reveal }],
      });
    });

    test('can close every slot of a port but the last one, and none that the announced draw counts with', async () => {
      const town = await begin();
      await onePlaceAt(town, 'laredo');
      const close = (slot: string) =>
        town.services.setCapacity({ actor: operator, fields: { port: 'laredo', slot, places: '0' } });
      expect(await close('2027-03-21T08:00')).toMatchObject({
        error: { kind: 'fields', fields: [{ field: 'places', kind: 'too-small', limit: 1 }] },
      });
      must(await town.ask(await town.registered('marie', 'laredo')));
      must(await town.services.closePool({ actor: operator }));
      const fields = { port: 'laredo', slot: '2027-03-21T08:00', places: '9' };
      expect(await town.services.setCapacity({ actor: operator, fields })).toMatchObject({
        error: { kind: 'capacity-announced' },
      });
      must(await town.services.drawPool({ actor: operator }));
      must(await town.services.setCapacity({ actor: operator, fields }));
      expect(await close('2027-03-21T08:00')).toMatchObject({ ok: false });
    });

    test('a slot that was closed before its pool opened stays closed', async () => {
      const town = await begin();
      const slot = '2027-03-22T08:00';
      must(await town.services.setCapacity({ actor: operator, fields: { port: 'laredo', slot, places: '0' } }));
      const slots = async () => (await town.services.slots('2027-03-22' as LocalDay)).length;
      const before = await slots();
      await town.wait(21 * hour);
      expect(await town.services.openPool()).toMatchObject({ day: '2027-03-12' });
      expect(await slots()).toBe(before);
    });

    test.each([
      [{ port: 'laredo', slot: '2027-03-21T08:00', places: '' }, 'places', 'missing'],
      [{ port: 'laredo', slot: '2027-03-21T08:00', places: 'many' }, 'places', 'not-a-number'],
      [{ port: 'laredo', slot: '2027-03-21T08:00', places: '999999' }, 'places', 'too-large'],
      [{ port: 'atlantis', slot: '2027-03-21T08:00', places: '5' }, 'port', 'not-in-list'],
      [{ port: 'laredo', slot: '2027-02-30T08:00', places: '5' }, 'slot', 'not-a-date'],
    ])('is told what is wrong with the places %j', async (fields, field, kind) => {
      const town = await begin();
      const refused = await town.services.setCapacity({ actor: operator, fields });
      expect(refused).toMatchObject({ error: { kind: 'fields', fields: [{ field, kind }] } });
    });
  });
});
