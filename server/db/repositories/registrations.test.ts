import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { PersonId, PortCode, RegistrationId } from '#core/ids.ts';
import { makeKeys } from '#server/db/vault/keys.ts';
import { createVault } from '#server/db/vault/vault.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { addIncomplete, addRegistered, addTestAccount, later, noon } from '#tests/support/records.ts';
import { findWaitingAssistance, requestAssistance, withdrawAssistance } from './assistance.ts';
import { bindDevice } from './devices.ts';
import { addMail, addMessage, addMessages, claimMessages, listMail, markHandedOn } from './outbox.ts';
import { addPerson, findHead, findPeople, findPhoto, setPhoto, updatePerson } from './people.ts';
import {
  addAcceptance,
  completeRegistration,
  findAcceptances,
  findRegistration,
  findRegistrationOf,
  setPortChoices,
  setPrimaryLanguage,
  startRegistration,
} from './registrations.ts';
import { decide, listReviews, lockWaiting } from './reviews.ts';
import { addCoarsePlace, addSignals, deleteCoarsePlaces, deleteSignals, findSignals } from './signals.ts';

const tokens = {
  givenTokens: ['g1', 'g2'],
  familyTokens: ['f'],
  birthToken: 'b',
  birthYearToken: 'y',
  birthMonthDayToken: 'm',
  phoneToken: 'p',
};

eachDatabase((_, open) => {
  test('an account has one registration, and its date in line stays the first one', async () => {
    const database = await open();
    const accountId = await addTestAccount(database);
    const start = () => {
      const id = randomUUID() as RegistrationId;
      return startRegistration(database.kysely, { id, accountId, secretSealed: new Uint8Array([1]), now: noon });
    };
    expect((await Promise.all([start(), start()])).sort()).toEqual([false, true]);
    const registration = await findRegistrationOf(database.kysely, accountId);
    if (!registration) throw new Error('expected the registration');
    await expect(completeRegistration(database.kysely, registration.id, later(1))).rejects.toMatchObject({
      constraint: 'registrations_language',
    });
    await setPrimaryLanguage(database.kysely, registration.id, 'ht');
    expect(await completeRegistration(database.kysely, registration.id, later(1))).toBe(true);
    expect(await completeRegistration(database.kysely, registration.id, later(2))).toBe(false);
    await setPortChoices(database.kysely, registration.id, ['nogales', 'laredo'] as PortCode[]);
    expect(await findRegistration(database.kysely, registration.id)).toMatchObject({
      state: 'registered',
      registeredAt: later(1),
      portChoices: ['nogales', 'laredo'],
    });
  });

  test('a person is stored sealed with her tokens beside, and read without her photo', async () => {
    const database = await open();
    const vault = createVault(makeKeys());
    const registrationId = await addIncomplete(database);
    const id = randomUUID() as PersonId;
    const key = vault.makeDataKey(id);
    const sealer = vault.withDataKey(id, key);
    const person = {
      id,
      registrationId,
      position: 1,
      sealed: sealer.sealJson({ givenNames: 'Nadège' }, 'sealed'),
      ...key,
      ...tokens,
    };
    expect(await addPerson(database.kysely, person)).toBe(true);
    expect(await addPerson(database.kysely, { ...person, id: randomUUID() as PersonId })).toBe(false);
    await updatePerson(database.kysely, id, {
      sealed: sealer.sealJson({ givenNames: 'Nadia' }, 'sealed'),
      givenTokens: ['g3'],
    });
    expect(await findPhoto(database.kysely, id)).toBeUndefined();
    const photo = new Uint8Array(200_000).map((_, index) => index);
    await setPhoto(database.kysely, id, { sealed: sealer.seal(photo, 'photo_sealed'), now: later(3) });

    const found = await findHead(database.kysely, registrationId);
    if (!found) throw new Error('expected the person');
    expect(found).toMatchObject({ ...tokens, givenTokens: ['g3'], photoAt: later(3) });
    expect(found).not.toHaveProperty('photoSealed');
    expect(vault.withDataKey(found.id, found).openJson(found.sealed, 'sealed')).toEqual({ givenNames: 'Nadia' });
    const stored = await findPhoto(database.kysely, id);
    expect(stored && vault.withDataKey(id, stored).open(stored.sealed, 'photo_sealed')).toEqual(photo);
    expect(await findPeople(database.kysely, registrationId)).toEqual([found]);
  });

  test('the same text accepted twice counts from the first time, a new version is another acceptance', async () => {
    const database = await open();
    const registrationId = await addIncomplete(database);
    const accepted = {
      registrationId,
      document: 'terms',
      version: '1',
      locale: 'ru',
      sha256: 'a'.repeat(64),
      now: noon,
    };
    await addAcceptance(database.kysely, accepted);
    await addAcceptance(database.kysely, { ...accepted, now: later(9) });
    await addAcceptance(database.kysely, { ...accepted, version: '2', now: later(10) });
    const found = await findAcceptances(database.kysely, registrationId, 'terms');
    expect(found.map(({ version, acceptedAt }) => [version, acceptedAt])).toEqual([
      ['2', later(10)],
      ['1', noon],
    ]);
  });

  test('of many registrations that come from a device at once, as many as the limit are bound', async () => {
    const database = await open();
    const registrations = await Promise.all(Array.from({ length: 8 }, () => addRegistered(database)));
    const bind = (registrationId: RegistrationId) =>
      bindDevice(database.kysely, 'device', { registrationId, limit: 3 });
    const outcomes = await Promise.all(registrations.map(bind));
    expect(outcomes.filter((outcome) => outcome === 'bound')).toHaveLength(3);
    expect(outcomes.filter((outcome) => outcome === 'limit-reached')).toHaveLength(5);
    // Who is bound stays so, and who is not may use another device.
    expect(await Promise.all(registrations.map(bind))).toEqual(outcomes);
    const refused = registrations[outcomes.indexOf('limit-reached')] as RegistrationId;
    expect(await bindDevice(database.kysely, 'another', { registrationId: refused, limit: 3 })).toBe('bound');
  });

  test('one registration that comes many times at once is bound once', async () => {
    const database = await open();
    const registrationId = await addRegistered(database);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => bindDevice(database.kysely, 'device', { registrationId, limit: 3 })),
    );
    expect(new Set(outcomes)).toEqual(new Set(['bound']));
    expect(await database.kysely.selectFrom('deviceRegistrations').selectAll().execute()).toHaveLength(1);
  });

  test('coarse places go before signals do', async () => {
    const database = await open();
    const registrationId = await addRegistered(database);
    await addSignals(database.kysely, [{ registrationId, kind: 'clock', detail: { minutes: 90 }, now: noon }]);
    const place = { id: randomUUID(), registrationId, sealed: new Uint8Array([1]), placeToken: null, now: noon };
    await addCoarsePlace(database.kysely, place);
    expect(await deleteCoarsePlaces(database.kysely, noon)).toBe(0);
    expect(await deleteCoarsePlaces(database.kysely, later(1))).toBe(1);
    expect(await findSignals(database.kysely, registrationId)).toMatchObject([
      { kind: 'clock', detail: { minutes: 90 }, at: noon },
    ]);
    expect(await deleteSignals(database.kysely, noon)).toBe(0);
    expect(await deleteSignals(database.kysely, later(1))).toBe(1);
  });

  test('asking for help twice gives the same code, until it is done', async () => {
    const database = await open();
    const registrationId = await addRegistered(database);
    const ask = (code: string) => requestAssistance(database.kysely, { code, registrationId, step: 'ask', now: noon });
    const codes = await Promise.all([ask('AAAA'), ask('BBBB')]);
    expect(codes[0]).toBe(codes[1]);
    const code = codes[0] ?? '';
    expect(await findWaitingAssistance(database.kysely, registrationId)).toMatchObject({ code, step: 'ask' });
    const decideAs = (actor: string) =>
      database.transaction(async (trx) => {
        const isMine = await lockWaiting(trx, code);
        const decided = { decision: 'for', reason: 'met-in-person', noteSealed: null, actor, now: later(1) } as const;
        if (isMine) await decide(trx, code, decided);
        return isMine;
      });
    expect((await Promise.all(['a', 'b'].map(decideAs))).sort()).toEqual([false, true]);
    expect(await ask('CCCC')).toBe('CCCC');
    await withdrawAssistance(database.kysely, registrationId, { step: 'ask', now: later(2) });
    expect(await listReviews(database.kysely, null)).toEqual([]);
    // A code is a person's for good: somebody else's is no code.
    const other = await addRegistered(database);
    const taken = { code, registrationId: other, step: 'confirm', now: later(3) } as const;
    expect(await requestAssistance(database.kysely, taken)).toBeUndefined();
  });

  test('a message is claimed by one at a time, again after the lease, and never after it is handed on', async () => {
    const database = await open();
    const registrationId = await addRegistered(database);
    const message = (turn: number) => ({
      kind: 'offer',
      registrationId,
      detail: { turn, 'a"b': 'é' },
      now: later(turn),
    });
    await database.transaction((trx) => addMessages(trx, [message(0), message(1), message(2)]));
    await database.transaction((trx) => addMessage(trx, message(3)));
    const claim = (seconds: number) =>
      claimMessages(database.kysely, { now: later(seconds), leasedUntil: later(seconds + 60), limit: 2 });
    const claimed = (await Promise.all([claim(10), claim(10), claim(10)])).flat();
    expect(claimed.map((one) => one.detail['turn']).sort()).toEqual([0, 1, 2, 3]);
    expect(claimed[0]?.detail).toMatchObject({ 'a"b': 'é' });
    const [first, second, third, fourth] = claimed.map((one) => one.id) as [string, string, string, string];
    await markHandedOn(database.kysely, [first, second, third], { receipt: 'r', now: later(11) });
    await markHandedOn(database.kysely, [], { receipt: 'r', now: later(11) });
    expect(await claim(69)).toEqual([]);
    expect((await claim(71)).map((one) => [one.id, one.tries])).toEqual([[fourth, 2]]);
  });

  test("the sandbox's mailbox keeps the same message once, and finds hers by her address", async () => {
    const database = await open();
    const { kysely } = database;
    const registrationId = await addRegistered(database);
    const message = { kind: 'test', registrationId, detail: {}, now: noon };
    await database.transaction((trx) => addMessages(trx, [message, message]));
    const [first, second] = await kysely.selectFrom('outbox').select('id').execute();
    const [id, another] = [first?.id ?? '', second?.id ?? ''];
    await addMail(kysely, { id, toToken: 'ana', sealed: new Uint8Array([1]), now: noon });
    await addMail(kysely, { id, toToken: 'ana', sealed: new Uint8Array([2]), now: later(1) });
    await addMail(kysely, { id: another, toToken: 'ben', sealed: new Uint8Array([3]), now: later(1) });
    // Its person is gone: so is the message, and nothing is kept of it.
    await addMail(kysely, { id: randomUUID(), toToken: 'ana', sealed: new Uint8Array([4]), now: later(1) });
    expect(await listMail(kysely, 'ana')).toEqual([{ id, toToken: 'ana', sealed: new Uint8Array([1]), at: noon }]);
    expect(await listMail(kysely)).toHaveLength(2);
  });
});
