import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import { findSignals } from '#server/db/repositories/signals.ts';
import type { Applicant, PhoneMarks } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, inside, makeTown, minute, must, outside, type Town } from '#tests/support/town.ts';

const afternoon = '2027-03-10T15:00:00-05:00';

async function signalsOf(town: Town, person: Applicant) {
  const registration = await findRegistrationOf(town.tools.db.kysely, person.accountId);
  const signals = registration ? await findSignals(town.tools.db.kysely, registration.id) : [];
  // The town's clock stands still while somebody registers.
  return signals.filter(({ detail }) => detail['part'] !== 'registering');
}

/** One asking, taken back so that another can follow. */
async function askAndWithdraw(town: Town, person: Applicant, change: Parameters<Town['ask']>[1]) {
  must(await town.ask(person, change));
  must(await town.services.withdraw({ applicant: person }));
}

/** Any mixture of marks, right, odd and nonsense. */
const marks: fc.Arbitrary<PhoneMarks> = fc
  .record(
    {
      automation: fc.boolean(),
      renderer: fc.constantFrom('SwiftShader', 'Adreno (TM) 610', ''),
      phone: fc.boolean(),
      touch: fc.integer({ min: 0, max: 10 }),
      motion: fc.boolean(),
      timeZone: fc.constantFrom('Europe/Moscow', 'America/Mexico_City', 'Mars/Olympus'),
      offsetMinutes: fc.integer({ min: -720, max: 840 }),
      clock: fc.double(),
      languages: fc.constantFrom('', 'zh-CN', 'es-MX,es', 'я'),
      openMilliseconds: fc.double(),
      sequence: fc.constantFrom('p1.p2.p3', 'k9.k9.k9.k9', 'p1', ''),
      visitorId: fc.constantFrom('a1b2c3d4e5f6', '<script>', ''),
    },
    { requiredKeys: [] },
  )
  .map((all) => Object.fromEntries(Object.entries(all)) as PhoneMarks);

eachDatabase((_name, open) => {
  describe('signals', () => {
    test('change nothing for her, whichever come together: inside she is in the pool, outside she is told how far', async () => {
      const town = await makeTown(await open(), afternoon);
      const person = await town.registered('marie');
      const accuracyMeters = fc.constantFrom(0, 0.5, 1, 30);
      await fc.assert(
        fc.asyncProperty(marks, accuracyMeters, async (signals, accuracy) => {
          const place = { ...inside, accuracyMeters: accuracy };
          expect(await town.ask(person, { signals, place })).toEqual({ ok: true, value: { day: '2027-03-11' } });
          must(await town.services.withdraw({ applicant: person }));
          const far = { ...outside, accuracyMeters: accuracy };
          const refused = await town.ask(person, { signals, place: far });
          expect(refused).toMatchObject({ error: { kind: 'outside-geofence', numbers: { kilometers: 462 } } });
        }),
        { numRuns: 25 },
      );
    });

    test('a phone that lies still is not marked; a stored place and a journey that nobody can make are, with their figures', async () => {
      const town = await makeTown(await open(), afternoon);
      const person = await town.registered('marie');
      const atDesk = { place: { ...inside, accuracyMeters: 8 } };
      for (let asking = 0; asking < 3; asking += 1) {
        await askAndWithdraw(town, person, atDesk);
        await town.wait(10 * minute);
      }
      expect(await signalsOf(town, person)).toEqual([]);
      await town.wait(10 * minute);
      expect(await town.ask(person, { place: outside })).toMatchObject({ ok: false });
      expect((await signalsOf(town, person)).at(-1)).toMatchObject({
        kind: 'impossible-travel',
        detail: { minutes: 20 },
      });
      await town.wait(8 * hour);
      await askAndWithdraw(town, person, atDesk);
      expect((await signalsOf(town, person)).at(-1)).toMatchObject({ kind: 'frozen-place', detail: { times: 4 } });
    });

    test('a stored place after more than 24 hours is nothing: nobody remembers it', async () => {
      const town = await makeTown(await open(), afternoon);
      const person = await town.registered('marie');
      const atDesk = { place: { ...inside, accuracyMeters: 8 } };
      await askAndWithdraw(town, person, atDesk);
      await town.wait(16 * hour);
      expect(await town.ask(person, { place: outside })).toMatchObject({ ok: false });
      await town.wait(8 * hour + minute);
      await askAndWithdraw(town, person, atDesk);
      expect(await signalsOf(town, person)).toEqual([]);
    });

    test('the same place of two people is not seen by it: their tokens differ', async () => {
      const town = await makeTown(await open(), afternoon);
      for (const name of ['one', 'two']) must(await town.ask(await town.registered(name)));
      const places = await town.tools.db.kysely.selectFrom('coarsePlaces').selectAll().execute();
      expect(new Set(places.map(({ placeToken }) => placeToken)).size).toBe(2);
      const text = JSON.stringify(
        places.map((row) => ({ ...row, sealed: Buffer.from(row.sealed).toString('latin1') })),
      );
      expect(text).not.toContain('31.');
      expect(text).not.toContain('106.');
    });

    test('the same rhythm in another registration is told of the later one, in its own it is nothing', async () => {
      const town = await makeTown(await open(), afternoon);
      const [one, two] = [await town.registered('one'), await town.registered('two')];
      const signals = { sequence: 'p20.p20.p20' };
      await askAndWithdraw(town, one, { signals });
      await askAndWithdraw(town, one, { signals, place: { ...inside, latitude: 31.6901 } });
      expect(await signalsOf(town, one)).toEqual([]);
      must(await town.ask(two, { signals }));
      expect(await signalsOf(town, two)).toMatchObject([{ kind: 'repeated-sequence', detail: { registrations: 1 } }]);
    });

    test('what tells phones apart is kept as a token, never as it came', async () => {
      const town = await makeTown(await open(), afternoon);
      const person = await town.registered('marie');
      must(await town.ask(person, { signals: { visitorId: 'a1b2c3d4e5f6a7b8' } }));
      const [signal] = await signalsOf(town, person);
      expect(signal).toMatchObject({ kind: 'visitor' });
      expect(String(signal?.detail['visitor'])).toMatch(/^[\w-]{43}$/);
      expect(JSON.stringify(signal)).not.toContain('a1b2c3d4');
    });

    test('are gone after the days that the policy gives them, rhythms too', async () => {
      const town = await makeTown(await open(), afternoon);
      const person = await town.registered('marie');
      await askAndWithdraw(town, person, { signals: { automation: true, sequence: 'p1.p2.p3' } });
      const counts = async () =>
        Promise.all(
          (['signals', 'rhythms'] as const).map(
            async (table) => (await town.tools.db.kysely.selectFrom(table).selectAll().execute()).length,
          ),
        );
      expect(await counts()).toEqual([2, 1]);
      await town.wait(180 * 24 * hour);
      expect(await counts()).toEqual([2, 1]);
      await town.wait(minute);
      expect(await counts()).toEqual([0, 0]);
    });
  });
});
