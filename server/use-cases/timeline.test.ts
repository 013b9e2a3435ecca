import { describe, expect, test } from 'vitest';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { answerFor, jean, joinedBy, lia } from '#tests/support/family.ts';
import { answersOf, hour, makeTown, minute, must, operator, type Town } from '#tests/support/town.ts';
import { afternoon } from '#tests/support/town-acts.ts';

const day = 24 * hour;

eachDatabase((_name, open) => {
  const begin = async () => makeTown(await open(), afternoon);
  const told = async (town: Town, { accountId }: Applicant) => town.services.timeline(accountId);
  const kinds = async (town: Town, person: Applicant) => (await told(town, person)).map(({ kind }) => kind);
  const entryOf = async (town: Town, person: Applicant, kind: string) =>
    (await told(town, person)).find((one) => one.kind === kind);
  /** Rose, who registered two days later, brings herself into Marie's group. */
  const joined = async () => {
    const town = await begin();
    const marie = await town.registered('marie', 'laredo');
    await town.wait(2 * day);
    const rose = await town.registered('rose', 'laredo');
    await town.wait(minute);
    const { code } = must(await town.services.makeJoinCode({ applicant: marie }));
    must(await town.services.enterGroupCode({ applicant: rose, fields: { code } }));
    await town.wait(minute);
    return { town, marie, rose };
  };

  describe('the timeline of a group', () => {
    test('keeps the day of registering, and tells of the date that an adult brings', async () => {
      const town = await begin();
      const marie = await town.registered('marie', 'laredo');
      const registered = await entryOf(town, marie, 'registered');
      await town.wait(day);
      must(await town.ask(marie));
      await town.wait(minute);
      await joinedBy(town, marie, lia);
      expect(await kinds(town, marie)).toEqual(['group-grew', 'asked', 'registered']);
      await town.wait(minute);
      const adult = await joinedBy(town, marie, jean);
      expect(await kinds(town, marie)).toEqual(['date-moved', 'group-grew', 'group-grew', 'asked', 'registered']);
      expect(await entryOf(town, marie, 'registered')).toEqual(registered);
      expect(await entryOf(town, marie, 'date-moved')).toMatchObject({ day: '2027-03-11' });
      await town.wait(minute);
      must(await town.services.removePerson({ applicant: marie, person: adult }));
      const [moved, left] = await told(town, marie);
      expect([moved?.kind, moved?.day, left?.kind]).toEqual(['date-moved', '2027-03-10', 'group-shrank']);
    });

    test('tells both sides of a joining and of a leaving', async () => {
      const { town, marie, rose } = await joined();
      expect(await kinds(town, marie)).toEqual(['date-moved', 'group-grew', 'registered']);
      expect(await kinds(town, rose)).toEqual(['date-moved', 'joined', 'registered']);
      must(await town.services.leaveGroup({ applicant: rose }));
      expect(await kinds(town, marie)).toEqual([
        'date-moved',
        'group-shrank',
        'date-moved',
        'group-grew',
        'registered',
      ]);
      expect(await kinds(town, rose)).toEqual(['parted', 'joined', 'registered']);
    });

    test('tells a guest of the draw of her group, from the day that she came', async () => {
      const { town, marie, rose } = await joined();
      must(await town.ask(marie));
      expect(await town.standing(rose)).toMatchObject({ step: 'joined', group: 'waiting' });
      await town.wait(20 * hour);
      expect(await town.standing(rose)).toMatchObject({ step: 'joined', group: 'offered' });
      must(await town.confirm(marie));
      expect(await town.standing(rose)).toMatchObject({ step: 'joined', group: 'booked' });
      await town.wait(minute);
      must(await town.services.cancelAppointment({ applicant: marie }));
      expect(await kinds(town, rose)).toEqual([
        'group-cancelled',
        'group-confirmed',
        'offered',
        'in-draw',
        'group-asked',
        'date-moved',
        'joined',
        'registered',
      ]);
      expect((await entryOf(town, rose, 'registered'))?.at).toBeGreaterThan(
        (await entryOf(town, marie, 'registered'))?.at ?? Number.POSITIVE_INFINITY,
      );
    });

    test('tells those who go their own way and those who stay', async () => {
      const town = await begin();
      const marie = await town.registered('marie', 'laredo');
      await town.wait(minute);
      const person = await joinedBy(town, marie, jean);
      await town.wait(minute);
      const { code } = must(await town.services.splitGroup({ applicant: marie, people: [person] }));
      const other = await town.newcomer('jean');
      must(await town.services.enterGroupCode({ applicant: other, fields: { code } }));
      expect(await kinds(town, marie)).toEqual(['group-shrank', 'group-grew', 'registered']);
      const events = await town.tools.db.kysely
        .selectFrom('groupEvents')
        .innerJoin('registrations', 'registrations.id', 'groupEvents.registrationId')
        .select('kind')
        .where('accountId', '=', other.accountId)
        .execute();
      expect(events).toEqual([{ kind: 'parted' }]);
    });

    test('tells of a baby who came into the appointment', async () => {
      const town = await begin();
      const marie = await town.registered('marie', 'laredo');
      must(await town.ask(marie));
      await town.wait(20 * hour);
      must(await town.confirm(marie));
      await town.wait(minute);
      const person = await answerFor(town, marie, { ...lia, born: '2027-03-11' });
      must(await town.services.admitPerson({ applicant: marie, person }));
      expect((await kinds(town, marie))[0]).toBe('newborn');
    });
  });

  test('a no stays in the timeline with its step and reason, when its card is long gone', async () => {
    const town = await begin();
    const person = await town.registered('marie', 'laredo');
    const fields = { reason: 'outside-geofence', kilometers: '462', statement: '' };
    const { code } = must(await town.services.requestAssistance({ applicant: person, step: 'ask', fields }));
    await town.wait(minute);
    must(await town.services.decideReview({ actor: operator, fields: { code, reason: 'place-not-shown', note: '' } }));
    await town.wait(15 * day);
    expect(await town.services.decided(person.accountId)).toBeNull();
    expect(await told(town, person)).toMatchObject([
      { kind: 'help-against', help: { step: 'ask', reason: 'place-not-shown' } },
      { kind: 'help-asked', help: { step: 'ask', reason: null } },
      { kind: 'registered', help: null },
    ]);
  });

  test('terms that she accepts again are told of, the first ones are part of registering', async () => {
    const town = await begin();
    const person = await town.registered('marie', 'laredo');
    expect(await kinds(town, person)).toEqual(['registered']);
    await town.tools.db.kysely.updateTable('acceptances').set({ version: '2026-06' }).execute();
    await town.wait(minute);
    const { terms } = await answersOf(person.locale);
    must(
      await town.services.saveAnswers({
        applicant: person,
        person: null,
        step: 'terms',
        fields: terms,
        photo: undefined,
      }),
    );
    expect(await kinds(town, person)).toEqual(['terms-accepted', 'registered']);
  });
});
