import { describe, expect, test } from 'vitest';
import type { PersonId } from '#core/ids.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { joinedBy, lia, type MadeUpMember, tiJo } from '#tests/support/family.ts';
import { hour, makeTown, minute, must } from '#tests/support/town.ts';
import { afternoon } from '#tests/support/town-acts.ts';

const day = 24 * hour;
/** Comes of age two days after the group's request would have gone on. */
const nadia: MadeUpMember = { givenNames: 'Nadia', relationship: 'child', born: '2009-03-13' };

eachDatabase((_name, open) => {
  /** Marie asks each day with children of whom Jean was the guardian, who went his own way; then the next pool opens. */
  async function leftBy(children: readonly MadeUpMember[], { isStanding = true } = {}) {
    const town = await makeTown(await open(), afternoon);
    const { services } = town;
    const [marie, other] = [await town.registered('marie', 'laredo'), await town.registered('jean', 'laredo')];
    const { code } = must(await services.makeJoinCode({ applicant: marie }));
    must(await services.enterGroupCode({ applicant: other, fields: { code } }));
    const people = (await services.group(marie.accountId))?.people ?? [];
    const [self, jean] = [people.find(({ isHead }) => isHead)?.id, people.find(({ isGuest }) => isGuest)?.id];
    if (!self || !jean) throw new Error('expected a head and a guest');
    const ids: PersonId[] = [];
    for (const child of children) ids.push(await joinedBy(town, marie, { ...child, guardian: jean }));
    must(await town.ask(marie, { isStanding }));
    must(await services.withdraw({ applicant: marie, what: 'today' }));
    must(await services.leaveGroup({ applicant: other }));
    const justAfter = await town.standing(marie);
    await town.wait(21 * hour);
    return {
      town,
      marie,
      ids,
      justAfter,
      told: async () => {
        const rows = await town.tools.db.kysely.selectFrom('outbox').select('kind').execute();
        return rows.filter(({ kind }) => kind === 'guardian-apart').length;
      },
      standing: () => services.standingRequest(marie.accountId),
      names: (person: PersonId | undefined) =>
        services.saveAnswers({
          applicant: marie,
          person: person ?? self,
          step: 'guardian',
          fields: { guardian: self },
          photo: undefined,
        }),
    };
  }

  describe('asking each day with a child whose guardian has left', () => {
    test('stops and is told once; it goes on by itself as soon as another one is named', async () => {
      const { town, marie, ids, justAfter, told, standing, names } = await leftBy([lia]);
      expect(justAfter).toMatchObject({ step: 'registered', isStanding: true, needsGuardian: 'to-ask-daily' });
      expect(justAfter).toMatchObject({ last: { how: 'withdrawn' }, stopped: null });
      const apart = { error: { kind: 'guardian-apart' } };
      expect(await town.standing(marie)).toMatchObject({
        step: 'registered',
        isStanding: false,
        stopped: 'guardian-apart',
        needsGuardian: 'to-ask-daily',
      });
      expect(await standing()).toMatchObject({ state: 'paused', reason: 'guardian-apart' });
      await town.wait(minute);
      await town.wait(day);
      expect(await told()).toBe(1);
      const kinds = (await town.services.timeline(marie.accountId)).map(({ kind }) => kind);
      expect(kinds).toContain('standing-paused');
      // By hand it is the same rule.
      expect(await town.ask(marie)).toMatchObject(apart);
      expect(await town.services.stillWaiting({ applicant: marie })).toMatchObject(apart);
      expect(await standing()).toMatchObject({ state: 'paused', reason: 'guardian-apart' });

      must(await names(ids[0]));
      expect(await standing()).toMatchObject({ state: 'live', reason: null, lastSignAt: town.tools.now() });
      expect(await town.standing(marie)).toMatchObject({
        step: 'registered',
        isStanding: true,
        needsGuardian: null,
        stopped: null,
      });
      await town.wait(minute);
      expect(await town.standing(marie)).toMatchObject({ step: 'waiting', people: 2, isStanding: true });
      expect(await told()).toBe(1);
    });

    test('goes on when each of several has one again, whoever is first', async () => {
      const { town, marie, ids, standing, names } = await leftBy([lia, tiJo]);
      must(await names(ids[1]));
      await town.wait(minute);
      expect(await standing()).toMatchObject({ state: 'paused', reason: 'guardian-apart' });
      must(await names(ids[0]));
      await town.wait(minute);
      expect(await town.standing(marie)).toMatchObject({ step: 'waiting', people: 3 });
    });

    test('goes on without anybody when the child comes of age', async () => {
      const { town, marie, told, standing } = await leftBy([nadia]);
      await town.wait(day);
      expect(await standing()).toMatchObject({ state: 'paused', reason: 'guardian-apart' });
      await town.wait(day);
      expect(await town.standing(marie)).toMatchObject({ step: 'waiting', day: '2027-03-14' });
      expect(await told()).toBe(1);
    });

    test('is not promised to whoever asks by hand', async () => {
      const { town, marie, ids, justAfter, names } = await leftBy([lia], { isStanding: false });
      expect(justAfter).toMatchObject({ step: 'registered', isStanding: false, needsGuardian: 'to-ask' });
      must(await names(ids[0]));
      expect(await town.standing(marie)).toMatchObject({ step: 'registered', isStanding: false, needsGuardian: null });
    });

    test('goes on when the child leaves the group, too', async () => {
      const { town, marie, ids, standing } = await leftBy([lia]);
      const [person] = ids;
      if (!person) throw new Error('expected the child');
      must(await town.services.removePerson({ applicant: marie, person }));
      expect(await standing()).toMatchObject({ state: 'live' });
      await town.wait(minute);
      expect(await town.standing(marie)).toMatchObject({ step: 'waiting', people: 1 });
    });
  });
});
