import { readRecoveryCode } from '#core/identity/recovery-code.ts';
import { policyAt } from '#core/policy/policy.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { readText } from '#core/registration/field.ts';
import { holdProblem } from '#core/registration/group.ts';
import { err, ok } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import { withdrawAssistance } from '#server/db/repositories/assistance.ts';
import { addWrongTry, findGroupCode, lockWrongTries, useGroupCode } from '#server/db/repositories/group-codes.ts';
import {
  claimRegistration,
  deleteIncomplete,
  findRegistrationOf,
  lockRegistrations,
  type Registration,
  setJoinedInto,
} from '#server/db/repositories/registrations.ts';
import type { Trx } from '#server/db/schema.ts';
import type { Applicant, Outcome } from '#server/services.ts';
import { countingOf, freePositions, lockHold, problemOf, settleGroup } from './group-record.ts';
import { movePeople, sendHome } from './move-people.ts';
import { head, readPeople } from './person-record.ts';
import type { Tools } from './tools.ts';

const hour = 3_600_000;
const wrongTriesAnHour = 5;

/**
 * A code to take over people who were split off, or to bring one's own into another's group. A wrong, a used and an expired
 * one get the same answer, five times an hour. Kinds: `fields`, `too-many-tries`, `group-code-wrong`; with the right code
 * `has-registration` (to take over), `in-a-group`, `registration-incomplete`, `already-asked`, `group-frozen`, `group-booked`,
 * `group-mixed`, `group-full`, `guardian-apart` (to join).
 */
export async function enterGroupCode(
  tools: Tools,
  { applicant, fields }: { readonly applicant: Applicant; readonly fields: Readonly<Record<string, string>> },
): Outcome<null> {
  const now = tools.now();
  const text = readText(fields, 'code');
  const code = text.ok ? readRecoveryCode(text.value) : text;
  if (!code.ok) return err({ kind: 'fields', fields: [{ field: 'code', kind: code.error.kind }] });
  const token = tools.vault.token('group-code', code.value);
  const { accountId } = applicant;
  return tools.db.transaction(async (trx) => {
    const wrong = await lockWrongTries(trx, accountId, (now - hour) as Instant);
    const [first = now] = wrong;
    if (wrong.length >= wrongTriesAnHour) {
      return err({
        kind: 'too-many-tries',
        numbers: { minutes: Math.max(1, Math.ceil((first + hour - now) / 60_000)) },
      });
    }
    const own = await findRegistrationOf(trx, accountId);
    const found = await findGroupCode(trx, token, now);
    const ids = [own?.id, found?.registrationId].filter((id) => id !== undefined);
    const held = ids.length > 0 ? await lockRegistrations(trx, ids) : new Map<Registration['id'], Registration>();
    const there = found && held.get(found.registrationId);
    const mine = own && held.get(own.id);
    // Somebody may have been faster while we waited for the registrations.
    const isGood = found && there && there.id !== mine?.id && (await findGroupCode(trx, token, now)) !== undefined;
    if (!isGood) {
      await addWrongTry(trx, accountId, now);
      return err({ kind: 'group-code-wrong' });
    }
    const problem = await (found.kind === 'hand-over'
      ? takeOver(tools, trx, { applicant, mine, there })
      : join(tools, trx, { mine, there }));
    if (problem) return err(problem);
    await useGroupCode(trx, token, now);
    return ok(null);
  });
}

async function takeOver(
  tools: Tools,
  trx: Trx,
  { applicant, mine, there }: { applicant: Applicant; mine: Registration | undefined; there: Registration },
): Promise<Problem | null> {
  if (mine && mine.state !== 'incomplete') return { kind: 'has-registration' };
  // Taken over by another code before, and not gone on with yet: these people have dates to lose.
  if (mine && countingOf(await readPeople(tools, trx, mine.id)).length > 0) return { kind: 'has-registration' };
  // The page says so: what she began to answer about herself is among what she takes over.
  if (mine) await deleteIncomplete(trx, mine.id);
  return (await claimRegistration(trx, there.id, applicant.accountId)) ? null : { kind: 'group-code-wrong' };
}

async function join(
  tools: Tools,
  trx: Trx,
  { mine, there }: { mine: Registration | undefined; there: Registration },
): Promise<Problem | null> {
  const now = tools.now();
  const policy = policyAt(now, tools.policies);
  if (mine?.state === 'joined') return { kind: 'in-a-group' };
  if (mine?.state !== 'registered') return { kind: 'registration-incomplete' };
  if (there.state !== 'registered') return { kind: 'group-frozen' };
  const holds = { mine: await lockHold(trx, mine.id), there: await lockHold(trx, there.id) };
  // Her own request would be asked for nobody.
  const held = holds.mine === 'waiting' ? ({ kind: 'already-asked' } as const) : holdProblem(holds.mine);
  const problem = held ?? holdProblem(holds.there);
  if (problem) return problem;
  const host = await readPeople(tools, trx, there.id);
  const coming = countingOf(await readPeople(tools, trx, mine.id));
  if (coming.some(({ homeId }) => homeId !== null)) return { kind: 'group-mixed' };
  if (host.length + coming.length > policy.maxGroup) return { kind: 'group-full', numbers: { limit: policy.maxGroup } };
  const together = problemOf(tools, [...countingOf(host), ...coming]);
  if (together) return together;
  await movePeople(tools, trx, {
    people: coming,
    from: mine.id,
    to: there.id,
    positions: freePositions(host, coming.length, head + 1),
    homeId: mine.id,
    step: 'joined',
    company: new Set([...host, ...coming].map(({ id }) => id)),
  });
  await setJoinedInto(trx, mine.id, there.id);
  await withdrawAssistance(trx, mine.id, { step: 'ask', now });
  await settleGroup(tools, trx, there);
  return null;
}

/** Her people go back to her own registration, each with her date. Kinds: `not-found`, `group-frozen`, `group-booked`, `group-needs-adult`. */
export async function leaveGroup(tools: Tools, { applicant }: { readonly applicant: Applicant }): Outcome<null> {
  return tools.db.transaction(async (trx) => {
    const own = await findRegistrationOf(trx, applicant.accountId);
    if (!own?.joinedInto) return err({ kind: 'not-found' });
    const held = await lockRegistrations(trx, [own.id, own.joinedInto]);
    const [home, host] = [held.get(own.id), held.get(own.joinedInto)];
    if (!home || !host || home.joinedInto !== host.id) return err({ kind: 'not-found' });
    const problem = holdProblem(await lockHold(trx, host.id)) ?? (await sendHome(tools, trx, { home, host }));
    return problem ? err(problem) : ok(null);
  });
}
