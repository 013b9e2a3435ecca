import { expect, test } from 'vitest';
import { stepRules } from '#core/registration/step-rules.ts';
import { askedSteps } from '#core/registration/steps.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { answerFor, jean, joinedBy, lia, tiJo } from '#tests/support/family.ts';
import { answersOf, hour, makeTown, must, operator, type Town } from '#tests/support/town.ts';

const start = '2027-03-10T15:00:00-05:00';
const day = 24 * hour;
const refused = (kind: string) => ({ ok: false, error: { kind } });

eachDatabase((_name, open) => {
  test('a group is split: those who leave keep their dates, and belong to whoever brings the code', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const marie = await town.registered('marie');
    const first = town.tools.now();
    await town.wait(day);
    const husband = await joinedBy(town, marie, jean);
    const son = await joinedBy(town, marie, { ...tiJo, guardian: husband });
    const daughter = await joinedBy(town, marie, lia);
    const split = (...people: readonly string[]) => services.splitGroup({ applicant: marie, people });
    expect(await split()).toMatchObject({ error: { kind: 'fields' } });
    expect(await split(son)).toEqual(refused('group-needs-adult'));
    expect(await split(husband)).toEqual(refused('guardian-apart'));
    expect(await split(husband, son, daughter)).toEqual(refused('guardian-apart'));
    const { code } = must(await split(husband, son));
    expect(code).toMatch(/^\d{20}$/);
    expect(await town.standing(marie)).toMatchObject({ people: 2, registeredAt: first });

    await town.wait(day);
    const pol = await town.registered('pol');
    expect(await enter(town, pol, code)).toEqual(refused('has-registration'));
    const self = await town.newcomer('jean');
    must(await enter(town, self, code));
    expect(await enter(town, await town.newcomer('thief'), code)).toEqual(refused('group-code-wrong'));
    expect(await town.standing(self)).toMatchObject({ step: 'registering', next: 'language' });
    await finish(town, self);
    must(await services.register({ applicant: self }));
    // The date is the one that he had in the group, not that of the new registration.
    expect(await town.standing(self)).toMatchObject({ step: 'registered', people: 2, registeredAt: first + day });
  });

  test('two groups are joined and part again; each person keeps her date', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const [marie, rose] = [await town.registered('marie'), await town.registered('rose')];
    const first = town.tools.now();
    await joinedBy(town, rose, lia);
    await town.wait(day);
    const late = await town.registered('pol');
    must(await town.ask(marie));
    const { code } = must(await services.makeJoinCode({ applicant: marie }));
    must(await enter(town, rose, code));
    expect(await enter(town, late, code)).toEqual(refused('group-code-wrong'));
    expect(await town.standing(rose)).toEqual({ step: 'joined', registeredAt: first, group: 'waiting' });
    expect(await town.standing(marie)).toMatchObject({ step: 'waiting', people: 3, registeredAt: first });
    expect(await town.ask(rose)).toEqual(refused('registration-incomplete'));
    const size = await town.tools.db.kysely.selectFrom('requests').select('size').executeTakeFirst();
    expect(size).toEqual({ size: 3 });

    must(await services.leaveGroup({ applicant: rose }));
    expect(await services.leaveGroup({ applicant: rose })).toEqual(refused('not-found'));
    expect(await town.standing(rose)).toMatchObject({ step: 'registered', people: 2, registeredAt: first });
    expect(await town.standing(marie)).toMatchObject({ step: 'waiting', people: 1, registeredAt: first });
    const group = await services.group(rose.accountId);
    expect(group?.people.map(({ isHead, isAdult }) => [isHead, isAdult])).toEqual([
      [true, true],
      [false, false],
    ]);

    must(await services.closePool({ actor: operator }));
    expect(await services.makeJoinCode({ applicant: marie })).toEqual(refused('group-frozen'));
  });

  test('who joins while somebody of hers is not counted yet comes home to all of hers', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const [marie, rose] = [await town.registered('marie'), await town.registered('rose')];
    await answerFor(town, rose, lia);
    await joinedBy(town, rose, jean);
    const { code } = must(await services.makeJoinCode({ applicant: marie }));
    must(await enter(town, rose, code));
    must(await services.leaveGroup({ applicant: rose }));
    const people = (await services.group(rose.accountId))?.people ?? [];
    expect(people.map(({ isHead, registeredAt }) => [isHead, registeredAt !== null])).toEqual([
      [true, true],
      [false, false],
      [false, true],
    ]);
  });

  test('taking out who came with a registration of her own sends all of hers back to it', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const [marie, rose] = [await town.registered('marie'), await town.registered('rose')];
    await joinedBy(town, rose, lia);
    must(await enter(town, rose, must(await services.makeJoinCode({ applicant: marie })).code));
    const child = (await services.group(marie.accountId))?.people.find(({ isAdult }) => !isAdult);
    if (!child) throw new Error('expected a child');
    must(await services.removePerson({ applicant: marie, person: child.id }));
    expect(await town.standing(rose)).toMatchObject({ step: 'registered', people: 2 });
    expect(await town.standing(marie)).toMatchObject({ people: 1 });
  });

  test('a lost hand-over code is replaced by the head who let them go, until somebody has brought it', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const [marie, stranger] = [await town.registered('marie'), await town.registered('joseph')];
    const husband = await joinedBy(town, marie, jean);
    const { code } = must(await services.splitGroup({ applicant: marie, people: [husband] }));
    const gone = async () => (await services.group(marie.accountId))?.gone;
    expect(await gone()).toMatchObject([{ id: husband, name: 'Jean Désir' }]);
    const renew = (applicant: Applicant) => services.renewHandOver({ applicant, person: husband });
    expect(await renew(stranger)).toEqual(refused('not-found'));
    await town.wait(31 * day);
    const { code: another } = must(await renew(marie));
    const self = await town.newcomer('jean');
    expect(await enter(town, self, code)).toEqual(refused('group-code-wrong'));
    must(await enter(town, self, another));
    expect(await gone()).toEqual([]);
    expect(await renew(marie)).toEqual(refused('not-found'));
  });

  test('who has taken people over and not gone on yet can’t lose them to a second code', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const self = await town.newcomer('jean');
    const codes: string[] = [];
    for (const name of ['marie', 'rose']) {
      const head = await town.registered(name);
      const husband = await joinedBy(town, head, jean);
      codes.push(must(await services.splitGroup({ applicant: head, people: [husband] })).code);
    }
    const [first = '', second = ''] = codes;
    must(await enter(town, self, first));
    expect(await enter(town, self, second)).toEqual(refused('has-registration'));
    expect((await services.group(self.accountId))?.people).toHaveLength(1);
  });

  test('a child who stays behind without her guardian is asked for another before a place can be asked for', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const [marie, rose] = [await town.registered('marie'), await town.registered('rose')];
    await answerFor(town, rose, tiJo);
    const child = await joinedBy(town, marie, lia);
    must(await enter(town, rose, must(await services.makeJoinCode({ applicant: marie })).code));
    const guest = (await services.group(marie.accountId))?.people.find(({ isGuest }) => isGuest);
    const guardian = (id: string) =>
      services.saveAnswers({
        applicant: marie,
        person: child,
        step: 'guardian',
        fields: { guardian: id },
        photo: undefined,
      });
    must(await guardian(guest?.id ?? ''));
    // She comes home to whom she had begun to add.
    must(await services.leaveGroup({ applicant: rose }));
    expect((await services.group(rose.accountId))?.people.map(({ isHead }) => isHead)).toEqual([true, false]);
    const group = await services.group(marie.accountId);
    expect(group?.people.map(({ next }) => next)).toEqual(['check', 'guardian']);
    expect(await town.ask(marie)).toEqual(refused('guardian-apart'));
    must(await guardian(group?.people[0]?.id ?? ''));
    must(await town.ask(marie));
  });

  test('who waits in a pool, or is in a group already, is told so when she brings a code to join', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const [marie, rose] = [await town.registered('marie'), await town.registered('rose')];
    const code = async () => must(await services.makeJoinCode({ applicant: marie })).code;
    must(await town.ask(rose));
    expect(await enter(town, rose, await code())).toEqual(refused('already-asked'));
    must(await services.withdraw({ applicant: rose, what: 'today' }));
    must(await enter(town, rose, await code()));
    const other = await town.registered('pol');
    const { code: third } = must(await services.makeJoinCode({ applicant: other }));
    expect(await enter(town, rose, third)).toEqual(refused('in-a-group'));
  });

  test('nobody waits for a sign of life of hers while her people are in another’s group', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const [marie, rose] = [await town.registered('marie'), await town.registered('rose')];
    must(await town.ask(rose, { isStanding: true }));
    must(await services.withdraw({ applicant: rose, what: 'today' }));
    must(await enter(town, rose, must(await services.makeJoinCode({ applicant: marie })).code));
    await town.wait(40 * day);
    must(await services.leaveGroup({ applicant: rose }));
    await town.wait(day);
    expect(await services.standingRequest(rose.accountId)).toMatchObject({ state: 'live' });
  });

  test('a wrong, a used and an expired code get the same answer, five times an hour', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const marie = await town.registered('marie');
    const { code } = must(await services.makeJoinCode({ applicant: marie }));
    const guesser = await town.registered('guesser');
    expect(await enter(town, guesser, '1')).toMatchObject({ error: { kind: 'fields' } });
    for (let time = 1; time <= 5; time += 1) {
      expect(await enter(town, guesser, '00000000000000000097')).toMatchObject({ ok: false });
      expect(await enter(town, guesser, '00000000000000000001')).toEqual(refused('group-code-wrong'));
    }
    const waiting = { ok: false, error: { kind: 'too-many-tries', numbers: { minutes: 60 } } };
    expect(await enter(town, guesser, code)).toEqual(waiting);
    await town.wait(hour);
    await town.wait(30 * day);
    expect(await enter(town, guesser, code)).toEqual(refused('group-code-wrong'));
  });

  test('two who join each other at the same moment: one of them is the group', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const [marie, rose] = [await town.registered('marie'), await town.registered('rose')];
    const [toMarie, toRose] = [
      must(await services.makeJoinCode({ applicant: marie })).code,
      must(await services.makeJoinCode({ applicant: rose })).code,
    ];
    const both = await Promise.all([enter(town, rose, toMarie), enter(town, marie, toRose)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const steps = [(await town.standing(marie)).step, (await town.standing(rose)).step].toSorted();
    expect(steps).toEqual(['joined', 'registered']);
  });

  test('splitting while asking: the request is for those who are in the group', async () => {
    const town = await makeTown(await open(), start);
    const { services, tools } = town;
    for (let turn = 0; turn < 4; turn += 1) {
      const marie = await town.registered(`marie-${turn}`);
      const husband = await joinedBy(town, marie, jean);
      const [asked, split] = await Promise.all([
        town.ask(marie),
        services.splitGroup({ applicant: marie, people: [husband] }),
      ]);
      must(asked);
      must(split);
      const waiting = await tools.db.kysely
        .selectFrom('requests')
        .select('size')
        .where('state', '=', 'waiting')
        .execute();
      expect(waiting).toEqual([{ size: 1 }]);
      must(await services.withdraw({ applicant: marie }));
    }
  });

  test('adding somebody while the pool closes: she is in the draw, or refused', async () => {
    const town = await makeTown(await open(), start);
    const { services, tools } = town;
    const marie = await town.registered('marie');
    must(await town.ask(marie));
    const person = await answerFor(town, marie, lia);
    const [admitted] = await Promise.all([
      services.admitPerson({ applicant: marie, person }),
      services.closePool({ actor: operator }),
    ]);
    const closed = await tools.db.kysely.selectFrom('requests').select(['state', 'size']).execute();
    expect(closed).toEqual([{ state: 'closed', size: admitted.ok ? 2 : 1 }]);
    if (!admitted.ok) expect(admitted.error.kind).toBe('group-frozen');
  });
});

function enter({ services }: Town, applicant: Applicant, code: string) {
  return services.enterGroupCode({ applicant, fields: { code } });
}

/** What a group tells once, told by the one who took it over. */
async function finish(town: Town, applicant: Applicant): Promise<void> {
  const answers = await answersOf(applicant.locale);
  const steps = askedSteps(town.services.policy().questions, 'head').filter((step) =>
    ['group', 'household'].includes(stepRules[step].owner),
  );
  for (const step of steps as readonly (keyof typeof answers)[]) {
    const saved = { applicant, person: null, step, fields: answers[step], photo: undefined };
    must(await town.services.saveAnswers(saved));
  }
  const son = (await town.services.group(applicant.accountId))?.people[1];
  const about = { applicant, person: son?.id ?? null, photo: undefined };
  must(await town.services.saveAnswers({ ...about, step: 'relationship', fields: { relationship: 'child' } }));
}
