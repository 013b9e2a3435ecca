import { randomUUID } from 'node:crypto';
import type { PersonId, RegistrationId } from '#core/ids.ts';
import type { Answers, RegistrationStep } from '#core/registration/answers.ts';
import { stepRules } from '#core/registration/step-rules.ts';
import { addChange } from '#server/db/repositories/changes.ts';
import type { Trx } from '#server/db/schema.ts';
import type { Place } from '#server/db/vault/vault.ts';
import type { Tools } from './tools.ts';

/**
 * Keeps what an answer was before, sealed, for her and for people who look into odd cases (`readTrace`); it goes after as
 * many days as what looked odd. `old` null: she came or went, which stays.
 */
export async function trace(
  tools: Pick<Tools, 'vault' | 'now'>,
  trx: Trx,
  change: {
    readonly registrationId: RegistrationId;
    readonly personId: PersonId;
    readonly step: string;
    readonly old: Uint8Array | object | null;
  },
): Promise<void> {
  const { old, ...rest } = change;
  const id = randomUUID();
  const place = placeOfOld(id);
  const oldSealed =
    old === null ? null : old instanceof Uint8Array ? tools.vault.seal(old, place) : tools.vault.sealJson(old, place);
  await addChange(trx, { ...rest, id, oldSealed, now: tools.now() });
}

export function placeOfOld(id: string): Place {
  return { table: 'changes', column: 'old_sealed', row: id };
}

/** What is stored of the step, in one order; never answered and left out are the same. */
export function answersOfStep(answers: Partial<Answers>, step: RegistrationStep): Partial<Answers> {
  return Object.fromEntries(stepRules[step].answers.map((name) => [name, answers[name] ?? null]));
}
