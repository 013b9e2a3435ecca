import { describe, expect, test } from 'vitest';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { policiesUntil, termsOfTests } from '#tests/support/policies.ts';
import { acceptanceOf, answersOf, hour, makeTown, minute, must, type Town } from '#tests/support/town.ts';
import { afternoon, onePlaceAt } from '#tests/support/town-acts.ts';

/** Both texts are there all the time: before the policy of the second begins, and after that of the first has ended. */
eachDatabase((_name, open) => {
  const begin = async (changesAt: string) =>
    makeTown(await open(), afternoon, {
      policies: policiesUntil(changesAt, { termsVersion: '2027-06' }),
      readTerms: termsOfTests,
    });
  /** What the form of the terms sends that she is shown now. */
  const shown = async (town: Town, { locale }: Applicant) =>
    acceptanceOf(await town.tools.readTerms(locale, town.services.policy().termsVersion));
  const accept = (town: Town, applicant: Applicant, fields: Awaited<ReturnType<typeof shown>>) =>
    town.services.saveAnswers({ applicant, person: null, step: 'terms', fields, photo: undefined });
  const accepted = async (town: Town) => {
    const rows = await town.tools.db.kysely.selectFrom('acceptances').select(['version', 'sha256']).execute();
    return rows.map(({ version, sha256 }) => `${version} ${sha256.slice(-6)}`).sort();
  };
  const lastOf = async (version: string) => `${version} ${(await termsOfTests('ht', version)).sha256.slice(-6)}`;
  const changed = { error: { fields: [{ field: 'accept', kind: 'terms-changed' }] } };

  describe('terms that change while she registers', () => {
    const inTwoHours = '2027-03-10T17:00:00-05:00';

    test('before their policy begins the old ones are accepted and do', async () => {
      const town = await begin(inTwoHours);
      const marie = await town.registered('marie');
      must(await town.ask(marie));
      const coming = acceptanceOf(await termsOfTests('ht', '2027-06'));
      expect(await accept(town, await town.newcomer('ana'), coming)).toMatchObject(changed);
      expect(await accepted(town)).toEqual([await lastOf('2027-01')]);
    });

    test('from then on the new ones are shown to who had the old before her, and she keeps what she answered', async () => {
      const town = await begin(inTwoHours);
      const ana = await town.newcomer('ana');
      const { name } = await answersOf('ht');
      must(
        await town.services.saveAnswers({ applicant: ana, person: null, step: 'name', fields: name, photo: undefined }),
      );
      const old = await shown(town, ana);
      await town.wait(2 * hour);
      expect(await accept(town, ana, old)).toMatchObject(changed);
      expect(await town.services.answers(ana.accountId, null)).toMatchObject(name);
      must(await accept(town, ana, await shown(town, ana)));
      expect(await accepted(town)).toEqual([await lastOf('2027-06')]);
      await town.register(ana);
      must(await town.ask(ana));
    });

    test('who accepted the old ones and sent nothing yet accepts the new ones, and is registered', async () => {
      const town = await begin(inTwoHours);
      const ana = await town.newcomer('ana');
      must(await accept(town, ana, await shown(town, ana)));
      await town.wait(2 * hour);
      await town.register(ana);
      expect(await accepted(town)).toEqual([await lastOf('2027-01'), await lastOf('2027-06')]);
    });
  });

  describe('terms that changed since she registered', () => {
    const inTwoHours = '2027-03-10T17:00:00-05:00';

    test('are accepted before she asks, and that is recorded beside the first time', async () => {
      const town = await begin(inTwoHours);
      const person = await town.registered('marie');
      const old = await shown(town, person);
      expect(await accept(town, person, old)).toMatchObject({ error: { kind: 'registration-complete' } });
      await town.wait(2 * hour);
      expect(await town.ask(person)).toMatchObject({ error: { kind: 'terms-changed-since' } });
      expect(await accept(town, person, old)).toMatchObject(changed);
      const fresh = await shown(town, person);
      expect(must(await accept(town, person, fresh))).toEqual({ next: 'ask', person: null });
      expect(await accept(town, person, fresh)).toMatchObject({ error: { kind: 'registration-complete' } });
      expect(await accepted(town)).toEqual([await lastOf('2027-01'), await lastOf('2027-06')]);
      must(await town.ask(person));
    });

    test('come between her ports, which are kept, and the asking', async () => {
      const town = await begin(inTwoHours);
      const person = await town.registered('marie');
      expect(await town.standing(person)).toMatchObject({ step: 'registered', needsTerms: false });
      const choose = (port1: string) => town.services.choosePorts({ applicant: person, fields: { port1 } });
      expect(must(await choose('laredo'))).toEqual({ next: 'ask' });
      await town.wait(2 * hour);
      expect(must(await choose('nogales'))).toEqual({ next: 'terms' });
      expect(await town.standing(person)).toMatchObject({ portChoices: ['nogales'], needsTerms: true });
    });

    test('pause the standing request with that reason, tell her, and go on once she accepted', async () => {
      // The moment at which the next pool opens.
      const town = await begin('2027-03-11T12:00:00-05:00');
      const people = [await town.registered('one', 'laredo'), await town.registered('two', 'laredo')];
      await onePlaceAt(town, 'laredo', '2027-03-21');
      for (const one of people) must(await town.ask(one, { isStanding: true }));
      await town.wait(20 * hour);
      const steps = await Promise.all(people.map((one) => town.standing(one)));
      const person = people[steps.findIndex(({ step }) => step === 'registered')];
      if (!person) throw new Error('expected somebody whom the draw did not choose');
      await town.wait(hour);
      const standing = () => town.services.standingRequest(person.accountId);
      expect(await standing()).toMatchObject({ state: 'paused', reason: 'terms-changed' });
      expect(await town.standing(person)).toMatchObject({ last: { how: 'not-chosen' }, stopped: 'terms-changed' });
      const told = await town.tools.db.kysely.selectFrom('outbox').select('kind').execute();
      expect(told.map(({ kind }) => kind)).toContain('terms-changed');
      expect(await town.services.stillWaiting({ applicant: person })).toMatchObject({
        error: { kind: 'terms-changed-since' },
      });
      const saved = await accept(town, person, await shown(town, person));
      expect(must(saved)).toEqual({ next: 'status', person: null });
      await town.wait(minute);
      expect(await town.standing(person)).toMatchObject({ step: 'waiting' });
    });
  });
});
