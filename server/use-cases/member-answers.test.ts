import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { PersonId } from '#core/ids.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { makeTown, must, type Town } from '#tests/support/town.ts';

eachDatabase((_name, open) => {
  test('a member’s answers are her own, found only by the head of her group', async () => {
    const town = await makeTown(await open(), '2027-03-10T15:00:00-05:00');
    const { services } = town;
    const [head, stranger] = await Promise.all([begun(town, 'marie'), begun(town, 'joseph')]);
    const { person } = must(await services.addPerson({ applicant: head }));
    const name = { step: 'name', fields: { givenNames: 'Ti Jo', familyNames: 'Désir' }, photo: undefined } as const;

    expect(await services.saveAnswers({ applicant: head, person, ...name })).toEqual({
      ok: true,
      value: { next: 'relationship', person },
    });
    expect(await services.answers(head.accountId, person)).toMatchObject({ givenNames: 'Ti Jo' });
    expect(await services.answers(head.accountId, null)).toEqual({ primaryLanguage: 'ht' });

    const notFound = { ok: false, error: { kind: 'not-found' } };
    expect(await services.saveAnswers({ applicant: stranger, person, ...name })).toEqual(notFound);
    expect(await services.answers(stranger.accountId, person)).toBeNull();
    const nobody = randomUUID() as PersonId;
    expect(await services.saveAnswers({ applicant: head, person: nobody, ...name })).toEqual(notFound);
    const phone = { step: 'phone', fields: { phone: '+50934123456' }, photo: undefined } as const;
    expect(await services.saveAnswers({ applicant: head, person, ...phone })).toEqual(notFound);
  });
});

async function begun(town: Town, name: string): Promise<Applicant> {
  const applicant = await town.newcomer(name);
  const step = { step: 'language', fields: { primaryLanguage: 'ht' }, photo: undefined } as const;
  must(await town.services.saveAnswers({ applicant, person: null, ...step }));
  return applicant;
}
