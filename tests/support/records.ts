import { randomUUID } from 'node:crypto';
import type { AccountId, OfferId, PortCode, RegistrationId, RequestId } from '#core/ids.ts';
import type { Instant, LocalDay, LocalMinute, TimeZone } from '#core/time/instant.ts';
import { type AskWriter, createAskWriter } from '#server/db/ask-statement.ts';
import type { Database } from '#server/db/database.ts';
import { addAccount } from '#server/db/repositories/accounts.ts';
import { addOffers } from '#server/db/repositories/offers.ts';
import { closePool, openPool } from '#server/db/repositories/pools.ts';
import { completeRegistration, setPrimaryLanguage, startRegistration } from '#server/db/repositories/registrations.ts';
import { freezeRequests, lockWaiting, settleRequests } from '#server/db/repositories/requests.ts';
import { addPorts, addSlots } from '#server/db/repositories/slots.ts';

/** 2027-01-05T17:00:00Z: noon in New York. */
export const noon = 1_799_168_400_000 as Instant;
export const day = '2027-01-06' as LocalDay;
export const sanYsidro = 'san-ysidro' as PortCode;
export const slot = '2027-01-16T09:00' as LocalMinute;
const second = 1000;

export function later(seconds: number): Instant {
  return (noon + seconds * second) as Instant;
}

export async function addTestAccount(database: Database): Promise<AccountId> {
  const id = randomUUID() as AccountId;
  const token = `token-${id}`;
  const account = {
    id,
    subjectToken: token,
    emailToken: token,
    emailSealed: new Uint8Array([1]),
    locale: 'es',
    now: noon,
  };
  await addAccount(database.kysely, account);
  return id;
}

export async function addIncomplete(database: Database): Promise<RegistrationId> {
  const id = randomUUID() as RegistrationId;
  const accountId = await addTestAccount(database);
  await startRegistration(database.kysely, { id, accountId, secretSealed: new Uint8Array([1]), now: noon });
  return id;
}

export async function addRegistered(database: Database, at: Instant = noon): Promise<RegistrationId> {
  const id = await addIncomplete(database);
  await setPrimaryLanguage(database.kysely, id, 'es');
  await completeRegistration(database.kysely, id, at);
  return id;
}

export async function addOpenPool(database: Database, onDay: LocalDay = day): Promise<void> {
  await openPool(database.kysely, { day: onDay, policy: '2027-01', now: noon });
}

/** One port with one slot. */
export async function addOneSlot(database: Database, { places, reserve } = { places: 10, reserve: 2 }): Promise<void> {
  const timeZone = 'America/Los_Angeles' as TimeZone;
  await addPorts(database.kysely, [{ code: sanYsidro, ordinal: 1, timeZone, dailyPlaces: places }]);
  await addSlots(database.kysely, [{ port: sanYsidro, slotLocal: slot, places, reserve }]);
}

export function askFor(
  registrationId: RegistrationId,
  repeatKey: string = randomUUID(),
): Parameters<AskWriter['ask']>[0] {
  return {
    requestId: randomUUID() as RequestId,
    registrationId,
    day,
    ports: [sanYsidro],
    askedAt: noon,
    repeatKey,
  };
}

/** Registered and asked, the pool closed, chosen, and offered a place until `later(100)`. */
export async function addOffered(
  database: Database,
): Promise<{ registrationId: RegistrationId; requestId: RequestId; offerId: OfferId }> {
  const registrationId = await addRegistered(database);
  await addOneSlot(database);
  await addOpenPool(database);
  const ask = askFor(registrationId);
  const asked = await createAskWriter(database).ask(ask);
  if (!asked.ok || asked.value.kind !== 'asked')
    throw new Error(`expected to be in the pool: ${JSON.stringify(asked)}`);
  const offerId = randomUUID() as OfferId;
  const { requestId } = ask;
  await database.transaction(async (trx) => {
    await closePool(trx, day, later(1));
    await lockWaiting(trx, day);
    await freezeRequests(trx, day, [{ requestId, dailyId: 'a'.repeat(64), band: 0 }]);
    await settleRequests(trx, [{ requestId, outcome: `${sanYsidro} oldest`, ticketPosition: 1 }], later(2));
    const held = { port: sanYsidro, slotLocal: slot, list: 'oldest', size: 1 } as const;
    await addOffers(trx, [
      { ...held, id: offerId, requestId, day, registrationId, madeAt: later(2), deadlineAt: later(100) },
    ]);
  });
  return { registrationId, requestId, offerId };
}
