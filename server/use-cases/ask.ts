import { randomUUID } from 'node:crypto';
import { judgePlace, placeProblem } from '#core/eligibility/geofence.ts';
import type { RequestId } from '#core/ids.ts';
import { mexico } from '#core/policy/geofence.ts';
import { type Policy, policyAt } from '#core/policy/policy.ts';
import type { Problem } from '#core/problem/kinds.ts';
import { err, ok } from '#core/result.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { withdrawAssistance } from '#server/db/repositories/assistance.ts';
import { bindDevice } from '#server/db/repositories/devices.ts';
import {
  findRegistrationOf,
  hasAccepted,
  lockRegistrations,
  type Registration,
  setDeviceToken,
} from '#server/db/repositories/registrations.ts';
import { findRepeat } from '#server/db/repositories/requests.ts';
import { keepAsking } from '#server/db/repositories/standing-requests.ts';
import type { AskInput, Outcome } from '#server/services.ts';
import { currentPool } from './current-pool.ts';
import { settleGroup } from './group-record.ts';
import { keepSignals } from './keep-signals.ts';
import type { Tools } from './tools.ts';

/**
 * Asks for a place in the open pool. Four things refuse by themselves, each with retry and review (design, rule 12):
 * `outside-geofence`, `device-limit`, `captcha-missing`, `window-closed`; `captcha-unavailable` only delays; before them `registration-incomplete`,
 * `ports-missing`, `terms-changed-since`, `location-missing`, `location-too-vague`; after them `already-asked`, of a group
 * `guardian-apart` and `group-needs-adult`. What is acknowledged is committed.
 */
export async function ask(tools: Tools, input: AskInput): Outcome<{ readonly day: LocalDay }> {
  const now = tools.now();
  const policy = policyAt(now, tools.policies);
  const { applicant, place } = input;
  const registration = await findRegistrationOf(tools.db.kysely, applicant.accountId);
  if (registration?.state !== 'registered') return err({ kind: 'registration-incomplete' });
  if (registration.portChoices.length === 0) return err({ kind: 'ports-missing' });
  // The answer to the first try was lost, by a crash or on the way: its check against robots is used up by now.
  const repeated = await findRepeat(tools.db.kysely, registration.id, input.repeatKey);
  if (repeated) {
    await keepWish(tools, registration, input);
    return ok({ day: repeated.day });
  }
  if (!(await hasAccepted(tools.db.kysely, registration.id, policy.termsVersion)))
    return err({ kind: 'terms-changed-since' });
  const pool = await currentPool(tools);
  if (!pool) return err({ kind: 'window-closed' });

  // The robots' check first: judging a place far outside costs 10 ms of geometry, which nobody shall have for nothing.
  const passed = await tools.captcha.verify(input.captchaAnswer);
  if (!passed.ok) return passed;
  const asked = await askFrom(tools, input, { registration, policy, day: pool.day });
  // Those of a refusal too: a person who looks at it sees what the phone was like.
  await keepSignals(tools, { registration, place, marks: input.signals, locale: applicant.locale });
  if (asked.ok) await keepWish(tools, registration, input);
  return asked;
}

/** The box that she left ticked: from tomorrow on it asks by itself. Written before she is answered, and again by a repeat. */
async function keepWish(tools: Tools, { id }: Registration, input: AskInput): Promise<void> {
  if (input.isStanding === true) await keepAsking(tools.db.kysely, id, tools.now());
}

type From = { readonly registration: Registration; readonly policy: Policy; readonly day: LocalDay };

/** Place, device, pool: what is judged of one who passed the robots' check. */
async function askFrom(
  tools: Tools,
  { place, applicant, repeatKey }: AskInput,
  { registration, policy, day }: From,
): Outcome<{ readonly day: LocalDay }> {
  const problem = placeProblem(judgePlace(place, { area: mexico, policy: policy.geofence }));
  if (problem) return err(problem);
  const deviceToken = tools.vault.token('device', applicant.deviceId);
  const bound = await bindDevice(tools.db.kysely, deviceToken, {
    registrationId: registration.id,
    limit: policy.deviceLimit,
  });
  if (bound === 'limit-reached') return err({ kind: 'device-limit', numbers: { limit: policy.deviceLimit } });

  const asked = await enter(tools, registration, { day, repeatKey });
  if (asked.ok) {
    await withdrawAssistance(tools.db.kysely, registration.id, { step: 'ask', now: tools.now() });
    await setDeviceToken(tools.db.kysely, registration.id, deviceToken);
  }
  return asked;
}

/**
 * Puts a registration into the day's pool, through the batching writer. Kinds: `already-asked`, `window-closed`,
 * `registration-incomplete`, `busy`; of a group `guardian-apart`, `group-needs-adult`.
 */
export async function enter(
  tools: Tools,
  registration: Registration,
  into: { readonly day: LocalDay; readonly repeatKey: string },
): Outcome<{ readonly day: LocalDay }> {
  // Who is alone needs nobody, and can't have turned 18 to any other date.
  const problem = registration.size > 1 ? await settleToday(tools, registration) : null;
  if (problem) return err(problem);
  const asked = await tools.asks.ask({
    requestId: randomUUID() as RequestId,
    registrationId: registration.id,
    day: into.day,
    ports: registration.portChoices,
    askedAt: tools.now(),
    repeatKey: into.repeatKey,
  });
  if (!asked.ok) return asked;
  return asked.value.kind === 'asked' ? ok({ day: into.day }) : err({ kind: asked.value.kind });
}

/** A minor may have turned 18 since, and a guardian may have left: the group's date and rules are those of today. */
async function settleToday(tools: Tools, { id }: Registration): Promise<Problem | null> {
  return tools.db.transaction(async (trx) => {
    const found = (await lockRegistrations(trx, [id])).get(id);
    if (found?.state !== 'registered') return null;
    return settleGroup(tools, trx, found);
  });
}
