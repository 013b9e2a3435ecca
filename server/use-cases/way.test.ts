import { compactVerify, importJWK } from 'jose';
import { describe, expect, test } from 'vitest';
import type { PortCode } from '#core/ids.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import { findSignals } from '#server/db/repositories/signals.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { decideFor, hour, inside, makeTown, minute, must, operator, outside } from '#tests/support/town.ts';
import { afternoon, onePlaceAt, slotDay } from '#tests/support/town-acts.ts';

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
      expect(await town.services.portDay({ port: 'nogales' as PortCode, day: slotDay })).toMatchObject([entry]);
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

    test('a request taken back by its day is the one that she meant, or none', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      const ofDay = (day: string) => town.services.withdraw({ applicant: person, what: 'today', day });
      const { day } = must(await town.ask(person));
      for (const other of ['2027-03-10', 'no day'])
        expect(await ofDay(other)).toMatchObject({ error: { kind: 'changed-since' } });
      expect(await town.standing(person)).toMatchObject({ step: 'waiting', day });
      must(await ofDay(day));
      // It comes again, since its answer was lost on the way.
      expect(await ofDay(day)).toMatchObject({ error: { kind: 'nothing-to-withdraw' } });
      must(await town.ask(person));
      must(await town.services.closePool({ actor: operator }));
      expect(await ofDay(day)).toMatchObject({ error: { kind: 'changed-since' } });
      expect(await town.standing(person)).toMatchObject({ step: 'closed', day });
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
});
