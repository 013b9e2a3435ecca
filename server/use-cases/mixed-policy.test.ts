import { expect, test } from 'vitest';
import type { RegistrationStep } from '#core/registration/answers.ts';
import { askedSteps } from '#core/registration/steps.ts';
import type { Stranger } from '#server/services/account.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { jean, joinedBy } from '#tests/support/family.ts';
import { mixed, policiesUntil, policiesWith } from '#tests/support/policies.ts';
import { answersOf, hour, makeTown, must, operator, type Town } from '#tests/support/town.ts';
import { afternoon, offerOf } from '#tests/support/town-acts.ts';

eachDatabase((_name, open) => {
  const begin = async () => makeTown(await open(), afternoon, { policies: policiesWith(mixed) });
  const saverFor =
    (town: Town, applicant: Applicant) => async (step: RegistrationStep, fields: Readonly<Record<string, string>>) =>
      town.services.saveAnswers({ applicant, person: null, step, fields, photo: undefined });

  test('what an operator’s policy asks is asked, of three questions on a screen one, and nothing else is kept', async () => {
    const town = await begin();
    const marie = await town.registered('marie');
    expect(askedSteps(town.services.policy().questions, 'head')).toEqual([
      'language',
      'name',
      'birth',
      'origin',
      'phone',
      'looks',
      'photo',
      'terms',
    ]);
    const save = saverFor(town, marie);
    const told = await town.services.answers(marie.accountId, null);
    expect(told).toMatchObject({ height: 165, phone: '+50934123456' });
    for (const name of ['weight', 'eyeColor', 'sex', 'email', 'languages']) expect(told).not.toHaveProperty(name);
    expect(await save('sex', { sex: 'female' })).toMatchObject({ error: { kind: 'not-asked' } });
    expect(await save('needs', { wheelchair: 'yes' })).toMatchObject({ error: { kind: 'not-asked' } });
    expect(await save('looks', { weightKg: '60' })).toMatchObject({
      error: { fields: [{ field: 'heightCm', kind: 'missing' }] },
    });
  });

  test('what it leaves open can be left out, and what it asks can’t', async () => {
    const town = await begin();
    const ana = await town.newcomer('ana');
    const save = saverFor(town, ana);
    const right = await answersOf('ht');
    for (const step of ['language', 'name', 'birth', 'origin'] as const) must(await save(step, right[step]));
    expect(must(await save('phone', { phone: '' }))).toMatchObject({ next: 'looks' });
    expect(await town.services.register({ applicant: ana })).toMatchObject({ ok: false });
  });

  test('its head alone confirms, and its hours are those of an extension', async () => {
    const town = await begin();
    const marie = await town.registered('marie');
    await joinedBy(town, marie, jean);
    must(await town.ask(marie));
    must(await town.services.closePool({ actor: operator }));
    must(await town.services.drawPool({ actor: operator }));
    const offer = await offerOf(town, marie);
    expect(offer).toMatchObject({ size: 2, whoConfirms: 'head' });
    const extended = must(await town.services.extendOffer({ applicant: marie, offerId: offer.id }));
    expect(extended.deadlineAt - offer.deadlineAt).toBe(12 * hour);
  });

  test('where it wants no second factor, a code alone does on a phone that was never seen', async () => {
    const town = await begin();
    const phone = (deviceId: string): Stranger => ({
      deviceId,
      locale: 'ht',
      sessionHash: null,
      network: '203.0.113.7',
    });
    const { accountId, code } = must(await town.services.makeCodeAccount({ stranger: phone('a') }));
    await town.register({ accountId, deviceId: 'a', locale: 'ht' });
    const come = { stranger: phone('b'), fields: { code }, hasBirthDate: false };
    expect(await town.services.signInByCode(come)).toEqual({ ok: true, value: { accountId } });
  });

  test('it begins while people register and wait: who was in loses nothing, who was half-way is asked what it asks', async () => {
    const town = await makeTown(await open(), afternoon, {
      policies: policiesUntil('2027-03-10T17:00:00-05:00', mixed),
    });
    const marie = await town.registered('marie');
    must(await town.ask(marie));
    const ana = await town.newcomer('ana');
    const save = saverFor(town, ana);
    const right = await answersOf('ht');
    for (const step of ['language', 'name', 'birth'] as const) must(await save(step, right[step]));
    expect(await town.standing(ana)).toMatchObject({ next: 'languages' });
    await town.wait(2 * hour);
    expect(await town.standing(ana)).toMatchObject({ next: 'origin' });
    expect(await town.standing(marie)).toMatchObject({ step: 'waiting', day: '2027-03-11' });
    await town.register(ana);
    expect(await town.services.answers(ana.accountId, null)).toMatchObject({ height: 165 });
    must(await town.ask(ana));
    // The pool goes to its end by the policy that it was opened with, and the next one by the new.
    await town.wait(22 * hour);
    expect(await town.standing(marie)).toMatchObject({ step: 'offered' });
    const pools = await town.tools.db.kysely.selectFrom('pools').select(['day', 'policy']).orderBy('day').execute();
    expect(pools.map(({ policy }) => policy).slice(-2)).toEqual(['2027-01', '2027-03']);
  });
});
