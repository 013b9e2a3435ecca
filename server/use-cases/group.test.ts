import { compactVerify, importJWK } from 'jose';
import { expect, test } from 'vitest';
import { askedSteps } from '#core/registration/steps.ts';
import type { Applicant, Standing } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { answerFor, jean, joinedBy, lia, tiJo } from '#tests/support/family.ts';
import { answersOf, hour, makeTown, must, operator, portrait, type Town } from '#tests/support/town.ts';

const start = '2027-03-10T15:00:00-05:00';
const day = 24 * hour;
const refused = (kind: string) => ({ ok: false, error: { kind } });

eachDatabase((_name, open) => {
  test('a family is registered together, asks for as many places, and its proof says how many come', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const applicant = await town.newcomer('marie');
    await answerAsHead(town, applicant);
    expect(await town.standing(applicant)).toMatchObject({ step: 'registering', next: 'group', person: null });
    const baby = { givenNames: 'Nana', relationship: 'child', born: '2027-02-20' };
    for (const member of [jean, lia, tiJo, baby]) await answerFor(town, applicant, member);
    const left = must(await services.addPerson({ applicant }));
    expect(await town.standing(applicant)).toMatchObject({ next: 'relationship', person: left.person });
    must(await services.removePerson({ applicant, person: left.person }));
    await acceptTerms(town, applicant);
    expect(await town.standing(applicant)).toMatchObject({ next: 'check', person: null });
    must(await services.register({ applicant }));
    must(await services.choosePorts({ applicant, fields: { port1: 'el-paso', port2: '', port3: '' } }));

    must(await town.ask(applicant));
    expect(await town.standing(applicant)).toMatchObject({ step: 'waiting', people: 5 });
    await town.wait(day);
    expect(await town.standing(applicant)).toMatchObject({ step: 'offered', offer: { size: 5 } });
    must(await town.confirm(applicant));
    const claims = await claimsOf(town, await town.standing(applicant));
    expect(claims).toMatchObject({ n: 5, i: 'MD JD LD TD ND' });
  });

  test('who comes later doesn’t count before she is let in; an adult moves the date, a child doesn’t', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const applicant = await town.registered('marie');
    const first = town.tools.now();
    await town.wait(day);
    const child = await answerFor(town, applicant, lia);
    expect(await town.standing(applicant)).toMatchObject({ people: 1, registeredAt: first });
    must(await services.admitPerson({ applicant, person: child }));
    expect(await town.standing(applicant)).toMatchObject({ people: 2, registeredAt: first });

    await town.wait(day);
    const husband = await joinedBy(town, applicant, jean);
    expect(await town.standing(applicant)).toMatchObject({ people: 3, registeredAt: first + 2 * day });
    must(await services.removePerson({ applicant, person: husband }));
    expect(await town.standing(applicant)).toMatchObject({ people: 2, registeredAt: first });
  });

  test('a waiting request follows its group; once it is closed nobody comes or goes', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const applicant = await town.registered('marie');
    must(await town.ask(applicant));
    await town.wait(hour);
    const husband = await joinedBy(town, applicant, jean);
    const waiting = await town.tools.db.kysely.selectFrom('requests').select(['size', 'registeredAt']).execute();
    expect(waiting).toEqual([{ size: 2, registeredAt: town.tools.now() }]);

    must(await services.closePool({ actor: operator }));
    expect(await services.removePerson({ applicant, person: husband })).toEqual(refused('group-frozen'));
    expect(await services.addPerson({ applicant })).toEqual(refused('group-frozen'));
    must(await services.drawPool({ actor: operator }));
    expect(await services.addPerson({ applicant })).toEqual(refused('group-frozen'));
    must(await town.confirm(applicant));
    expect(await services.removePerson({ applicant, person: husband })).toEqual(refused('group-booked'));
    const late = await answerFor(town, applicant, { ...jean, givenNames: 'Pol' });
    expect(await services.admitPerson({ applicant, person: late })).toEqual(refused('not-a-newborn'));
  });

  test('a newborn comes into a confirmed group: one place more, a new proof under the same code, told of again', async () => {
    const town = await makeTown(await open(), start);
    const { services, tools } = town;
    const applicant = await town.registered('marie');
    const before = await booked(town, applicant);
    await town.wait(2 * day);
    const baby = await answerFor(town, applicant, { givenNames: 'Nana', relationship: 'child', born: '2027-03-12' });
    expect(must(await services.admitPerson({ applicant, person: baby }))).toEqual({ next: 'confirmation' });
    expect(must(await services.admitPerson({ applicant, person: baby }))).toEqual({ next: 'confirmation' });

    const after = await bookedNow(town, applicant);
    expect(after).toMatchObject({ size: 2, code: before.code, slot: before.slot });
    expect(await claimsOf(town, await town.standing(applicant))).toMatchObject({ n: 2, c: before.code, i: 'MD ND' });
    const slot = await tools.db.kysely.selectFrom('slots').select('taken').where('taken', '>', 0).execute();
    expect(slot).toEqual([{ taken: 2 }]);
    const told = await tools.db.kysely.selectFrom('outbox').select('kind').where('kind', '=', 'confirmed').execute();
    expect(told).toHaveLength(2);
  });

  test('for a newborn without a place a person looks; the appointment stays, and her help lets the baby in', async () => {
    const town = await makeTown(await open(), start);
    const { services, tools } = town;
    const applicant = await town.registered('marie');
    const before = await booked(town, applicant);
    const slots = tools.db.kysely.updateTable('slots').where('taken', '=', 1);
    await slots.set({ places: 1, reserve: 0 }).execute();
    const baby = await answerFor(town, applicant, { givenNames: 'Nana', relationship: 'child', born: '2027-03-01' });
    expect(must(await services.admitPerson({ applicant, person: baby }))).toEqual({ next: 'assisted' });
    expect(await bookedNow(town, applicant)).toEqual(before);
    const waiting = await services.assistance(applicant.accountId);
    expect(waiting).toMatchObject({ step: 'newborn' });

    const code = waiting?.code ?? '';
    expect(
      await services.decideReview({ actor: operator, fields: { code, reason: 'met-in-person', note: '' } }),
    ).toEqual(refused('capacity-in-use'));
    await slots.set({ places: 2 }).execute();
    must(await services.decideReview({ actor: operator, fields: { code, reason: 'met-in-person', note: '' } }));
    expect(await bookedNow(town, applicant)).toMatchObject({ size: 2, code: before.code });
  });

  test('once the appointment is given back, nobody looks for a place for the newborn any more', async () => {
    const town = await makeTown(await open(), start);
    const { services, tools } = town;
    const applicant = await town.registered('marie');
    await booked(town, applicant);
    await tools.db.kysely.updateTable('slots').where('taken', '=', 1).set({ places: 1, reserve: 0 }).execute();
    const baby = await answerFor(town, applicant, { givenNames: 'Nana', relationship: 'child', born: '2027-03-01' });
    expect(must(await services.admitPerson({ applicant, person: baby }))).toEqual({ next: 'assisted' });
    must(await services.cancelAppointment({ applicant }));
    expect(await services.assistance(applicant.accountId)).toBeNull();
  });

  test('an answer changed after registering leaves what it was, sealed, and when', async () => {
    const town = await makeTown(await open(), start);
    const { services, tools } = town;
    const applicant = await town.registered('marie');
    const name = { givenNames: 'Marie', familyNames: 'Pierre' };
    const save = () => services.saveAnswers({ applicant, person: null, step: 'name', fields: name, photo: undefined });
    expect(must(await save())).toEqual({ next: 'group', person: null });
    must(await save());
    const group = await services.group(applicant.accountId);
    expect(group?.people[0]).toMatchObject({ name: 'Marie Pierre', changes: [{ step: 'name', at: tools.now() }] });
    const rows = await tools.db.kysely.selectFrom('changes').selectAll().execute();
    expect(rows).toHaveLength(1);
    const { id = '', oldSealed } = rows[0] ?? {};
    expect(oldSealed && tools.vault.openJson(oldSealed, { table: 'changes', column: 'old_sealed', row: id })).toEqual({
      givenNames: 'Marie-Flore',
      familyNames: 'Désir',
      nativeGivenNames: '',
      nativeFamilyNames: '',
    });
  });

  test('from the draw on the photo stays, and from the day of the appointment on everything', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const applicant = await town.registered('marie');
    await booked(town, applicant);
    const photo = await portrait();
    const about = { applicant, person: null, fields: {} } as const;
    expect(await services.saveAnswers({ ...about, step: 'photo', photo })).toEqual(refused('group-frozen'));
    const phone = { ...about, step: 'phone', fields: { phone: '+525512345678' }, photo: undefined } as const;
    must(await services.saveAnswers(phone));
    await town.wait(11 * day);
    expect(await services.saveAnswers(phone)).toEqual(refused('group-frozen'));
  });

  test('an adult whom a child depends on stays; a birth date that leaves a child alone is refused', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const applicant = await town.registered('marie');
    const husband = await joinedBy(town, applicant, jean);
    const child = await joinedBy(town, applicant, { ...lia, guardian: husband });
    expect(await services.removePerson({ applicant, person: husband })).toEqual(refused('guardian-needed'));
    const birth = { birthDay: '1', birthMonth: '1', birthYear: '2012' };
    const about = { applicant, person: husband, photo: undefined } as const;
    expect(await services.saveAnswers({ ...about, step: 'birth', fields: birth })).toEqual(refused('guardian-apart'));
    const group = await services.group(applicant.accountId);
    expect(group?.people.map(({ name, guardianName }) => [name, guardianName])).toEqual([
      ['Marie-Flore Désir', null],
      ['Jean Désir', null],
      ['Lia Désir', 'Jean Désir'],
    ]);
    must(await services.removePerson({ applicant, person: child }));
    must(await services.removePerson({ applicant, person: husband }));
  });

  test('a group has twelve people at most, and nobody finds another’s', async () => {
    const town = await makeTown(await open(), start);
    const { services } = town;
    const [applicant, stranger] = [await town.registered('marie'), await town.registered('joseph')];
    for (let count = 1; count < 12; count += 1) await answerFor(town, applicant, lia);
    expect(await services.addPerson({ applicant })).toEqual({
      ok: false,
      error: { kind: 'group-full', numbers: { limit: 12 } },
    });
    const person = (await services.group(applicant.accountId))?.people[3]?.id;
    if (!person) throw new Error('expected a fourth person');
    expect(await services.removePerson({ applicant: stranger, person })).toEqual(refused('not-found'));
    expect(await services.admitPerson({ applicant: stranger, person })).toEqual(refused('not-found'));
  });

  test('any adult’s photo confirms, and whoever doesn’t fit is one miss', async () => {
    const town = await makeTown(await open(), start);
    const applicant = await town.registered('marie');
    await joinedBy(town, applicant, jean);
    await joinedBy(town, applicant, lia);
    must(await town.ask(applicant));
    await town.wait(day);
    expect(await town.confirm(applicant, { sandboxWish: 'miss' })).toEqual(refused('presence-missed'));
    expect(await town.standing(applicant)).toMatchObject({ offer: { misses: 1 } });
    must(await town.confirm(applicant));
  });
});

async function answerAsHead(town: Town, applicant: Applicant): Promise<void> {
  const { terms: _later, ...steps } = await answersOf(applicant.locale);
  const asked = askedSteps(town.services.policy().questions, 'head').filter((step) => step !== 'terms');
  for (const step of asked as readonly (keyof typeof steps)[]) {
    const photo = step === 'photo' ? await portrait() : undefined;
    must(await town.services.saveAnswers({ applicant, person: null, step, fields: steps[step], photo }));
  }
}

async function acceptTerms(town: Town, applicant: Applicant): Promise<void> {
  const { terms } = await answersOf(applicant.locale);
  must(await town.services.saveAnswers({ applicant, person: null, step: 'terms', fields: terms, photo: undefined }));
}

async function booked(town: Town, applicant: Applicant) {
  must(await town.ask(applicant));
  must(await town.services.closePool({ actor: operator }));
  must(await town.services.drawPool({ actor: operator }));
  must(await town.confirm(applicant));
  return bookedNow(town, applicant);
}

async function bookedNow(town: Town, applicant: Applicant) {
  const standing = await town.standing(applicant);
  if (standing.step !== 'booked') throw new Error(`expected an appointment, found ${standing.step}`);
  return standing.appointment;
}

async function claimsOf(town: Town, standing: Standing): Promise<unknown> {
  if (standing.step !== 'booked') throw new Error(`expected an appointment, found ${standing.step}`);
  const [key] = town.jwks.keys;
  if (!key) throw new Error('expected a public key');
  const { payload } = await compactVerify(standing.appointment.proof, await importJWK(key, 'EdDSA'));
  return JSON.parse(new TextDecoder().decode(payload)) as unknown;
}
