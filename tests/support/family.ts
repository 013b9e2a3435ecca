import type { PersonId } from '#core/ids.ts';
import { isFurtherStep, type RegistrationStep } from '#core/registration/answers.ts';
import { skipField } from '#core/registration/question-rule.ts';
import { askedSteps, leaveOf } from '#core/registration/steps.ts';
import type { Applicant } from '#server/services.ts';
import { furtherAnswers } from './questions.ts';
import { must, portrait, type Town } from './town.ts';

export type MadeUpMember = {
  readonly givenNames: string;
  readonly relationship: string;
  /** `YYYY-MM-DD` */
  readonly born: string;
  /** Of a minor; without it the head. */
  readonly guardian?: PersonId;
  /** Her photo is still to be sent. */
  readonly isWithoutPhoto?: boolean;
};

/** Answers all about somebody new in the group, as her head does; she doesn't count yet where the group is registered. */
export async function answerFor(town: Town, head: Applicant, member: MadeUpMember): Promise<PersonId> {
  const { services } = town;
  const { person } = must(await services.addPerson({ applicant: head }));
  const [birthYear = '', birthMonth = '', birthDay = ''] = member.born.split('-');
  const save = async (step: RegistrationStep, fields: Readonly<Record<string, string>>) =>
    must(
      await services.saveAnswers({
        applicant: head,
        person,
        step,
        fields,
        photo: step === 'photo' ? await portrait() : undefined,
      }),
    );
  await save('relationship', { relationship: member.relationship });
  await save('name', { givenNames: member.givenNames, familyNames: 'Désir' });
  const after = await save('birth', { birthDay, birthMonth, birthYear });
  if (after.next === 'guardian') {
    const group = await services.group(head.accountId);
    await save('guardian', { guardian: member.guardian ?? group?.people[0]?.id ?? '' });
  }
  const asked = askedSteps(services.policy().questions, 'member');
  if (asked.includes('sex')) await save('sex', { sex: 'x' });
  await save('origin', { birthCountry: 'HT', citizenship: 'HT' });
  for (const step of asked.filter(isFurtherStep)) {
    const leave = leaveOf(step, services.policy().questions, 'member');
    await save(step, leave === null ? furtherAnswers()[step] : { [skipField]: 'yes' });
  }
  if (!member.isWithoutPhoto) await save('photo', {});
  return person;
}

/** The same, and she counts from now on. */
export async function joinedBy(town: Town, head: Applicant, member: MadeUpMember): Promise<PersonId> {
  const person = await answerFor(town, head, member);
  must(await town.services.admitPerson({ applicant: head, person }));
  return person;
}

export const jean: MadeUpMember = { givenNames: 'Jean', relationship: 'spouse', born: '1988-04-02' };
export const lia: MadeUpMember = { givenNames: 'Lia', relationship: 'child', born: '2015-06-01' };
export const tiJo: MadeUpMember = { givenNames: 'Ti Jo', relationship: 'child', born: '2019-01-15' };
