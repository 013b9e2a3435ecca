import { expect, test } from 'vitest';
import type { PersonId } from '#core/ids.ts';
import type { RegistrationStep } from '#core/registration/answers.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { answerFor, jean, joinedBy, lia } from '#tests/support/family.ts';
import { answersOf, hour, makeTown, must, operator, portrait, type Town } from '#tests/support/town.ts';
import { afternoon, slotDay } from '#tests/support/town-acts.ts';

const day = 24 * hour;
const refused = (kind: string) => ({ ok: false, error: { kind } });
const toAll = { ok: true, value: { next: 'my-data', person: null } };
const renamed = { givenNames: 'Lya', familyNames: 'Désir' };

type Fields = Readonly<Record<string, string>>;

eachDatabase((_name, open) => {
  /** Marie and her husband, and with them Rose, who came two days later with her daughter. */
  const together = async () => {
    const town = await makeTown(await open(), afternoon);
    const { services } = town;
    const [marie, rose] = [await town.registered('marie'), await town.registered('rose')];
    const husband = await joinedBy(town, marie, jean);
    await town.wait(2 * day);
    const daughter = await joinedBy(town, rose, lia);
    const { code } = must(await services.makeJoinCode({ applicant: marie }));
    must(await services.enterGroupCode({ applicant: rose, fields: { code } }));
    await town.wait(hour);
    const idOf = async (of: Applicant) => (await services.myData(of.accountId)).people[0]?.id as PersonId;
    return { town, marie, rose, husband, daughter, ids: { marie: await idOf(marie), rose: await idOf(rose) } };
  };
  const save = async (
    town: Town,
    applicant: Applicant,
    { person = null, step, fields = {} }: { person?: PersonId | null; step: RegistrationStep; fields?: Fields },
  ) =>
    town.services.saveAnswers({
      applicant,
      person,
      step,
      fields,
      photo: step === 'photo' ? await portrait() : undefined,
    });
  const dataOf = async (town: Town, { accountId }: Applicant) => (await town.services.myData(accountId)).people;
  const kinds = async (town: Town, { accountId }: Applicant) =>
    (await town.services.timeline(accountId)).map(({ kind }) => kind);

  test('a guest puts right what she and hers told, photos too; it leaves a trace, and goes home with them', async () => {
    const { town, marie, rose, daughter } = await together();
    const { services } = town;
    expect(await services.answers(rose.accountId, daughter)).toMatchObject({ givenNames: 'Lia' });
    expect(await services.answers(rose.accountId, null)).toMatchObject({ phone: '+50934123456' });
    expect(await save(town, rose, { person: daughter, step: 'name', fields: { givenNames: '7' } })).toMatchObject({
      error: { kind: 'fields' },
    });
    expect(await save(town, rose, { person: daughter, step: 'name', fields: renamed })).toEqual(toAll);
    expect(await save(town, rose, { person: daughter, step: 'photo' })).toEqual(toAll);
    expect(await save(town, rose, { step: 'origin', fields: { birthCountry: 'CL', citizenship: 'HT' } })).toEqual(
      toAll,
    );

    const trace = async () => {
      const people = await dataOf(town, rose);
      return people.map(({ answers, changes }) => [answers.givenNames, changes.map(({ step }) => step).toSorted()]);
    };
    const traced = [
      ['Marie-Flore', ['origin']],
      ['Lya', ['name', 'photo']],
    ];
    expect(await trace()).toEqual(traced);
    const photoChange = (await dataOf(town, rose))[1]?.changes.find(({ step }) => step === 'photo');
    const old = { accountId: rose.accountId, person: daughter, change: photoChange?.id ?? '' };
    expect((await services.myPhoto(old))?.length).toBeGreaterThan(100);
    // The head of the group sees her as she is now, and since when.
    const seen = (await services.group(marie.accountId))?.people.find(({ id }) => id === daughter);
    expect(seen).toMatchObject({ name: 'Lya Désir', isGuest: true });
    expect(seen?.changes.map(({ step }) => step)).toEqual(expect.arrayContaining(['name', 'photo']));
    must(await services.leaveGroup({ applicant: rose }));
    expect(await trace()).toEqual(traced);
  });

  test('nobody reaches another’s people: a guest none of the group’s, its head nothing that hers told once', async () => {
    const { town, marie, rose, husband, daughter, ids } = await together();
    const stranger = await town.registered('pol');
    const before = JSON.stringify([await dataOf(town, marie), await dataOf(town, rose)]);
    const { phone, terms } = await answersOf('ht');
    const tries: readonly (readonly [Applicant, PersonId | null, RegistrationStep, Fields])[] = [
      [rose, husband, 'name', renamed],
      [rose, husband, 'photo', {}],
      [rose, husband, 'birth', { birthDay: '1', birthMonth: '1', birthYear: '1990' }],
      [rose, ids.marie, 'name', renamed],
      [rose, ids.marie, 'phone', phone],
      // What they are to its head is his to say, and terms belong to who asks.
      [rose, daughter, 'relationship', { relationship: 'child' }],
      [rose, ids.rose, 'relationship', { relationship: 'sibling' }],
      [rose, null, 'terms', terms],
      [rose, daughter, 'phone', phone],
      [marie, ids.rose, 'phone', phone],
      [marie, ids.rose, 'language', { primaryLanguage: 'es' }],
      [marie, ids.rose, 'email', { email: 'pirate@puente.example' }],
      [marie, ids.rose, 'needs', { skip: 'yes' }],
      [stranger, daughter, 'name', renamed],
      [stranger, ids.rose, 'name', renamed],
      [stranger, husband, 'photo', {}],
    ];
    for (const [applicant, person, step, fields] of tries) {
      expect(await save(town, applicant, { person, step, fields }), `${step} of ${person}`).toEqual(
        refused('not-found'),
      );
    }
    expect(JSON.stringify([await dataOf(town, marie), await dataOf(town, rose)])).toBe(before);
    const { services } = town;
    for (const [reader, person] of [
      [rose, husband],
      [rose, ids.marie],
      [stranger, daughter],
    ] as const) {
      expect(await services.answers(reader.accountId, person)).toBeNull();
      expect(await services.guardians(reader.accountId, person)).toMatchObject([{ isHead: true }]);
    }
    const shown = await services.answers(marie.accountId, ids.rose);
    expect(shown).toMatchObject({ givenNames: 'Marie-Flore', birthDate: '1992-02-29' });
    for (const hidden of ['phone', 'email', 'primaryLanguage', 'needs']) expect(shown).not.toHaveProperty(hidden);
  });

  test('what she told once for her own people is hers to put right, and nobody else learns that she did', async () => {
    const { town, marie, rose, ids } = await together();
    const { services } = town;
    const once: readonly (readonly [RegistrationStep, Fields])[] = [
      ['phone', { phone: '+52 55 1234 5678' }],
      ['language', { primaryLanguage: 'es' }],
      ['email', { email: 'lakay@puente.example' }],
      ['needs', { skip: 'yes' }],
      ['us-address', { skip: 'yes' }],
    ];
    for (const [step, fields] of once) expect(await save(town, rose, { step, fields }), step).toEqual(toAll);
    const [self] = await dataOf(town, rose);
    expect(self?.answers).toMatchObject({ phone: '+525512345678', primaryLanguage: 'es' });
    expect(self?.changes.map(({ step }) => step).toSorted()).toEqual(once.map(([step]) => step).toSorted());
    expect(await services.messages({ accountId: rose.accountId, deviceId: undefined })).toMatchObject({
      email: 'lakay@puente.example',
    });
    expect((await dataOf(town, marie))[0]?.answers).toMatchObject({ phone: '+50934123456', primaryLanguage: 'ht' });
    const seen = (await services.group(marie.accountId))?.people.find(({ id }) => id === ids.rose);
    expect(seen?.changes.map(({ step }) => step)).not.toEqual(expect.arrayContaining(['phone']));
    const file = JSON.parse(await services.exportData(marie.accountId)) as { records: { changes: { step: string }[] } };
    const steps = file.records.changes.map(({ step }) => step);
    for (const [step] of once) expect(steps).not.toContain(step);
  });

  test('a birth date of hers moves the date of the group that she is in, and both are told', async () => {
    const { town, marie, rose, husband, daughter, ids } = await together();
    const { services } = town;
    const born = (birthYear: string) => ({ birthDay: '1', birthMonth: '6', birthYear });
    const before = await town.standing(marie);
    const birth = (person: PersonId, birthYear: string) =>
      save(town, rose, { person, step: 'birth', fields: born(birthYear) });
    expect(await birth(daughter, '1990')).toEqual(toAll);
    const after = await town.standing(marie);
    if (before.step !== 'registered' || after.step !== 'registered') throw new Error(`${before.step}, ${after.step}`);
    expect(after.registeredAt - before.registeredAt).toBe(2 * day);
    expect((await kinds(town, marie))[0]).toBe('date-moved');
    expect((await kinds(town, rose))[0]).toBe('date-moved');

    expect(await birth(daughter, '2015')).toEqual({ ok: true, value: { next: 'guardian', person: daughter } });
    expect(await town.standing(marie)).toMatchObject({ registeredAt: before.registeredAt });
    // She names one of hers: of the others she learns nothing that nobody told her.
    const named = (guardian: PersonId) =>
      save(town, rose, { person: daughter, step: 'guardian', fields: { guardian } });
    expect(await services.guardians(rose.accountId, daughter)).toMatchObject([{ id: ids.rose, isHead: true }]);
    expect(await named(husband)).toMatchObject({ error: { kind: 'fields' } });
    expect(await named(ids.rose)).toEqual(toAll);
    expect((await dataOf(town, rose))[1]).toMatchObject({ guardianName: 'Marie-Flore Désir' });
    const byHead = { person: daughter, step: 'guardian', fields: { guardian: husband } } as const;
    must(await save(town, marie, byHead));
    expect((await dataOf(town, rose))[1]).toMatchObject({ guardianName: 'Jean Désir' });
    expect(await named(ids.rose)).toEqual(toAll);
    // Nobody else would answer for her.
    expect(await save(town, rose, { step: 'birth', fields: born('2012') })).toEqual(refused('guardian-apart'));
    must(await save(town, marie, byHead));
    expect(await save(town, rose, { step: 'birth', fields: born('2012') })).toEqual(toAll);
    expect(await birth(daughter, '1990')).toEqual(toAll);
    // None of hers is an adult any more: who answers for the child is asked of the head of the group.
    expect(await birth(daughter, '2014')).toEqual(toAll);
  });

  test('what holds for the group holds for its guests: no other photo while a place is held, nothing on the day', async () => {
    const { town, marie, rose, daughter } = await together();
    must(await town.ask(marie));
    expect(await save(town, rose, { person: daughter, step: 'photo' })).toEqual(toAll);
    must(await town.services.closePool({ actor: operator }));
    must(await town.services.drawPool({ actor: operator }));
    expect(await save(town, rose, { step: 'photo' })).toEqual(refused('group-frozen'));
    must(await town.confirm(marie));
    const before = await town.standing(marie);
    expect(await save(town, rose, { step: 'name', fields: { givenNames: 'Zoé', familyNames: 'Valcin' } })).toEqual(
      toAll,
    );
    const after = await town.standing(marie);
    if (before.step !== 'booked' || after.step !== 'booked') throw new Error(`${before.step}, ${after.step}`);
    expect(after.appointment.code).toBe(before.appointment.code);
    expect(after.appointment.proof).not.toBe(before.appointment.proof);
    expect(await save(town, rose, { step: 'photo' })).toEqual(refused('group-frozen'));
    await town.wait(Date.parse(`${slotDay}T18:00:00Z`) + 4 * day - town.tools.now());
    expect(await save(town, rose, { step: 'phone', fields: { phone: '+52 55 1234 5678' } })).toEqual(
      refused('group-frozen'),
    );
  });

  test('a photo of hers that waits for a person is seen and decided where she is, until she sends a good one', async () => {
    const town = await makeTown(await open(), afternoon);
    const { services } = town;
    const [marie, rose] = [await town.registered('marie'), await town.registered('rose')];
    const child = await answerFor(town, rose, { ...lia, isWithoutPhoto: true });
    const send = async (sandboxWish: string) =>
      services.saveAnswers({
        applicant: rose,
        person: child,
        step: 'photo',
        fields: { sandboxWish },
        photo: await portrait(),
      });
    const refusedThrice = async () => {
      for (const kind of ['fields', 'fields', 'photo-refused'])
        expect(await send('miss')).toMatchObject({ error: { kind } });
      const fields = { maySeePhoto: 'yes', misses: '3' };
      return must(await services.requestAssistance({ applicant: rose, step: 'photo', fields })).code;
    };
    const code = await refusedThrice();
    must(await services.admitPerson({ applicant: rose, person: child }));
    const join = must(await services.makeJoinCode({ applicant: marie })).code;
    must(await services.enterGroupCode({ applicant: rose, fields: { code: join } }));
    const seen = await services.review({ actor: operator, code });
    expect(seen?.photos?.refused[0]?.length).toBeGreaterThan(100);
    must(await services.decideReview({ actor: operator, fields: { code, reason: 'photo-unclear' } }));
    expect(await services.refusedPhotos(rose.accountId)).toMatchObject([{ person: child }]);

    // Who is asked by the head of the group looks no longer once they have gone home.
    const asked = { applicant: marie, step: 'photo', fields: { maySeePhoto: 'yes', misses: '3' } } as const;
    must(await services.requestAssistance(asked));
    expect(await services.answers(rose.accountId, child)).toMatchObject({ photoWaits: true });
    must(await services.leaveGroup({ applicant: rose }));
    expect(await services.answers(rose.accountId, child)).toMatchObject({ photoWaits: false, photoMissing: true });
    expect(await services.assistance(marie.accountId)).toBeNull();

    const again = must(await services.makeJoinCode({ applicant: marie })).code;
    must(await services.enterGroupCode({ applicant: rose, fields: { code: again } }));
    const another = await refusedThrice();
    expect(await services.assistance(rose.accountId)).toMatchObject({ code: another });
    expect(await send('match')).toEqual(toAll);
    expect(await services.assistance(rose.accountId)).toBeNull();
    expect(await services.answers(rose.accountId, child)).toMatchObject({ hasPhoto: true, photoWaits: false });
  });

  test('who leaves or joins at the very moment puts right what is hers, or is refused', async () => {
    const { town, marie, rose, daughter } = await together();
    for (let turn = 0; turn < 4; turn += 1) {
      const { code } = must(await town.services.makeJoinCode({ applicant: marie }));
      const move =
        turn % 2 === 0
          ? town.services.leaveGroup({ applicant: rose })
          : town.services.enterGroupCode({ applicant: rose, fields: { code } });
      const fields = { ...renamed, givenNames: `Lya${'a'.repeat(turn)}` };
      const [moved, saved] = await Promise.all([move, save(town, rose, { person: daughter, step: 'name', fields })]);
      must(moved);
      if (!saved.ok) expect(saved).toEqual(refused('not-found'));
      const now = (await dataOf(town, rose))[1]?.answers.givenNames;
      expect(now === fields.givenNames).toBe(saved.ok);
    }
  });
});
