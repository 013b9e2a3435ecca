import { expect, test } from 'vitest';
import { furtherSteps } from '#core/registration/answers.ts';
import { askedSteps } from '#core/registration/steps.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { answerFor, jean, joinedBy, lia } from '#tests/support/family.ts';
import { furtherAnswers } from '#tests/support/questions.ts';
import { hour, makeTown, must, operator, portrait, type Town } from '#tests/support/town.ts';
import { afternoon } from '#tests/support/town-acts.ts';

const traces = (town: Town) => town.tools.db.kysely.selectFrom('changes').selectAll().orderBy('at').execute();

eachDatabase((_name, open) => {
  test('every question that can be asked leaves a trace when its answer changes, and none when it stays', async () => {
    const town = await makeTown(await open(), afternoon);
    const { services } = town;
    const applicant = await town.registered('marie');
    const asked = furtherSteps.filter((step) => askedSteps(services.policy().questions, 'head').includes(step));
    for (const step of asked) {
      const about = { applicant, person: null, step, photo: undefined };
      must(await services.saveAnswers({ ...about, fields: { skip: 'yes' } }));
      must(await services.saveAnswers({ ...about, fields: furtherAnswers()[step] }));
      must(await services.saveAnswers({ ...about, fields: furtherAnswers()[step] }));
    }
    const steps = (await traces(town)).map(({ step }) => step);
    expect(steps.toSorted()).toEqual([...asked, ...asked].toSorted());
    const data = await services.myData(applicant.accountId);
    expect(data.people[0]?.changes.map(({ step }) => step).toSorted()).toEqual(steps.toSorted());
  });

  test('a name put right after confirming is in a new proof under the same code', async () => {
    const town = await makeTown(await open(), afternoon);
    const applicant = await town.registered('marie');
    must(await town.ask(applicant));
    await town.wait(20 * hour);
    must(await town.confirm(applicant));
    const before = await town.standing(applicant);
    const fields = { givenNames: 'Zoé', familyNames: 'Désir' };
    must(await town.services.saveAnswers({ applicant, person: null, step: 'name', fields, photo: undefined }));
    const after = await town.standing(applicant);
    if (before.step !== 'booked' || after.step !== 'booked') throw new Error(`${before.step}, ${after.step}`);
    expect(after.appointment.code).toBe(before.appointment.code);
    const [, payload = ''] = after.appointment.proof.split('.');
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ i: 'ZD', n: 1 });
  });

  test('of somebody who was taken out nothing stays that she told, old answers and photo included', async () => {
    const town = await makeTown(await open(), afternoon);
    const { services } = town;
    const applicant = await town.registered('marie');
    const child = await joinedBy(town, applicant, lia);
    const about = { applicant, person: child };
    const fields = { givenNames: 'Lya', familyNames: 'Désir' };
    must(await services.saveAnswers({ ...about, step: 'name', fields, photo: undefined }));
    must(await services.saveAnswers({ ...about, step: 'photo', fields: {}, photo: await portrait() }));
    expect((await traces(town)).filter(({ oldSealed }) => oldSealed !== null)).toHaveLength(2);
    must(await services.removePerson({ applicant, person: child }));
    expect((await traces(town)).map(({ step, oldSealed }) => [step, oldSealed])).toEqual([
      ['added', null],
      ['removed', null],
    ]);
  });

  test('old answers go where the person goes, and with her account', async () => {
    const town = await makeTown(await open(), afternoon);
    const { services } = town;
    const [marie, rose] = [await town.registered('marie'), await town.registered('rose')];
    const { code } = must(await services.makeJoinCode({ applicant: marie }));
    must(await services.enterGroupCode({ applicant: rose, fields: { code } }));
    const guest = (await services.group(marie.accountId))?.people[1];
    const fields = { givenNames: 'Wòz', familyNames: 'Désir' };
    must(
      await services.saveAnswers({
        applicant: marie,
        person: guest?.id ?? null,
        step: 'name',
        fields,
        photo: undefined,
      }),
    );
    const mine = await services.myData(rose.accountId);
    expect(mine.people.map(({ answers, changes }) => [answers.givenNames, changes.map(({ step }) => step)])).toEqual([
      ['Wòz', ['name']],
    ]);
    must(await services.deleteAccount({ accountId: rose.accountId, fields: { delete: 'yes' } }));
    expect((await traces(town)).filter(({ oldSealed }) => oldSealed !== null)).toEqual([]);
  });

  test('the host of a guest sees neither her phone nor what else a group tells once, nor owns her data', async () => {
    const town = await makeTown(await open(), afternoon);
    const { services } = town;
    const [marie, rose] = [await town.registered('marie'), await town.registered('rose')];
    await joinedBy(town, rose, jean);
    const { code } = must(await services.makeJoinCode({ applicant: marie }));
    must(await services.enterGroupCode({ applicant: rose, fields: { code } }));
    const group = await services.group(marie.accountId);
    for (const { answers, isHead } of group?.people ?? []) {
      expect([isHead, 'phone' in answers, 'primaryLanguage' in answers]).toEqual([isHead, isHead, isHead]);
    }
    expect((await services.myData(marie.accountId)).people).toHaveLength(1);
    const mine = (await services.myData(rose.accountId)).people;
    expect(mine.map(({ answers }) => answers.phone)).toEqual(['+50934123456', undefined]);
    const person = mine[1]?.id;
    if (!person) throw new Error('expected two people');
    expect(await services.myPhoto({ accountId: rose.accountId, person })).not.toBeNull();
    expect(await services.myPhoto({ accountId: marie.accountId, person })).toBeNull();
  });

  test('two newborns for whom a person found room both come in, past somebody who was only begun', async () => {
    const town = await makeTown(await open(), afternoon);
    const { services, tools } = town;
    const applicant = await town.registered('marie');
    must(await town.ask(applicant));
    await town.wait(20 * hour);
    must(await town.confirm(applicant));
    const slots = tools.db.kysely.updateTable('slots').where('taken', '=', 1);
    await slots.set({ places: 1, reserve: 0 }).execute();
    await answerFor(town, applicant, jean);
    for (const givenNames of ['Nana', 'Mimi']) {
      const born = '2027-03-10';
      const baby = await answerFor(town, applicant, { givenNames, relationship: 'child', born });
      expect(must(await services.admitPerson({ applicant, person: baby }))).toEqual({ next: 'assisted' });
    }
    await slots.set({ places: 3 }).execute();
    const code = (await services.assistance(applicant.accountId))?.code ?? '';
    must(await services.decideReview({ actor: operator, fields: { code, reason: 'met-in-person', note: '' } }));
    expect(await town.standing(applicant)).toMatchObject({ step: 'booked', appointment: { size: 3 } });
  });
});
