import { expect, test } from 'vitest';
import type { PortCode } from '#core/ids.ts';
import type { LocalDay } from '#core/time/instant.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { addIncomplete, addOpenPool, addRegistered, askFor, day, later, noon } from '#tests/support/records.ts';
import { createAskWriter } from './ask-statement.ts';
import { closePool } from './repositories/pools.ts';
import { findLiveRequest, findRequest, freezeRequests, lockWaiting, withdrawRequest } from './repositories/requests.ts';

eachDatabase((_, open) => {
  test('who asks while the pool is open is in it, with the date in line of her registration', async () => {
    const database = await open();
    await addOpenPool(database);
    const registrationId = await addRegistered(database, later(-5000));
    const asked = askFor(registrationId);
    expect(await createAskWriter(database).ask(asked)).toEqual(inPool(asked.requestId));
    expect(await findRequest(database.kysely, asked.requestId)).toMatchObject({
      registrationId,
      day,
      state: 'waiting',
      ports: ['san-ysidro'],
      registeredAt: later(-5000),
      askedAt: noon,
    });
  });

  test('the same request again gets the first answer, in the same batch, later, and after the close', async () => {
    const database = await open();
    await addOpenPool(database);
    const asked = askFor(await addRegistered(database));
    const again = () => ({ ...askFor(asked.registrationId, asked.repeatKey) });
    const writer = createAskWriter(database);
    const together = await Promise.all([writer.ask(asked), writer.ask(again())]);
    expect(together).toEqual([inPool(asked.requestId), inPool(asked.requestId, true)]);
    expect(await writer.ask(again())).toEqual(inPool(asked.requestId, true));
    await closePool(database.kysely, day, later(1));
    expect(await writer.ask(again())).toEqual(inPool(asked.requestId, true));
  });

  test('one live request a registration: of many at once exactly one is in', async () => {
    const database = await open();
    await addOpenPool(database);
    const registrationId = await addRegistered(database);
    // Two writers, as two processes have.
    const writers = [createAskWriter(database), createAskWriter(database)] as const;
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, turn) => writers[turn % 2 === 0 ? 0 : 1].ask(askFor(registrationId))),
    );
    const kinds = outcomes.map((outcome) => outcome.ok && outcome.value.kind);
    expect(kinds.filter((kind) => kind === 'asked')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'already-asked')).toHaveLength(39);
  });

  test('the same request through two processes at once is asked once, and both hear the same', async () => {
    const database = await open();
    await addOpenPool(database);
    const registrations = await Promise.all(Array.from({ length: 20 }, () => addRegistered(database)));
    const writers = [createAskWriter(database), createAskWriter(database)] as const;
    const answers = await Promise.all(
      registrations.flatMap((id) => writers.map((writer) => writer.ask(askFor(id, 'the same click')))),
    );
    const live = await Promise.all(registrations.map((id) => findLiveRequest(database.kysely, id)));
    for (const [index, request] of live.entries()) {
      for (const answer of answers.slice(index * 2, index * 2 + 2)) {
        expect(answer).toMatchObject({ ok: true, value: { kind: 'asked', requestId: request?.id } });
      }
    }
  });

  test('whoever withdrew may ask again, by another click', async () => {
    const database = await open();
    await addOpenPool(database);
    const writer = createAskWriter(database);
    const registrationId = await addRegistered(database);
    expect(await writer.ask(askFor(registrationId))).toMatchObject({ value: { kind: 'asked' } });
    await withdrawRequest(database.kysely, registrationId, later(1));
    expect(await writer.ask(askFor(registrationId))).toMatchObject({ value: { kind: 'asked' } });
  });

  test('without an open pool of that day the window is closed', async () => {
    const database = await open();
    const writer = createAskWriter(database);
    const registrationId = await addRegistered(database);
    expect(await writer.ask(askFor(registrationId))).toEqual({ ok: true, value: { kind: 'window-closed' } });
    await addOpenPool(database, '2027-01-07' as LocalDay);
    expect(await writer.ask(askFor(registrationId))).toEqual({ ok: true, value: { kind: 'window-closed' } });
  });

  test('who is not registered can not ask', async () => {
    const database = await open();
    await addOpenPool(database);
    const outcome = await createAskWriter(database).ask(askFor(await addIncomplete(database)));
    expect(outcome).toEqual({ ok: true, value: { kind: 'registration-incomplete' } });
  });

  test('an item that the database refuses fails alone', async () => {
    const database = await open();
    await addOpenPool(database);
    const writer = createAskWriter(database);
    const [good, bad, alsoGood] = await Promise.all([
      addRegistered(database),
      addRegistered(database),
      addRegistered(database),
    ]);
    const fourPorts = { ...askFor(bad), ports: ['a', 'b', 'c', 'd'] as readonly string[] as readonly PortCode[] };
    const outcomes = await Promise.allSettled([
      writer.ask(askFor(good)),
      writer.ask(fourPorts),
      writer.ask(askFor(alsoGood)),
    ]);
    expect(outcomes[0]).toMatchObject({ value: { value: { kind: 'asked' } } });
    expect(outcomes[1]).toMatchObject({ reason: { constraint: 'requests_ports' } });
    expect(outcomes[2]).toMatchObject({ value: { value: { kind: 'asked' } } });
  });

  test('whoever heard that she is in, while the pool closes, is in the pool that closed', async () => {
    const database = await open();
    await addOpenPool(database);
    const registrations = await Promise.all(Array.from({ length: 200 }, () => addRegistered(database)));
    const writer = createAskWriter(database);
    const askAll = (from: number, to: number) =>
      registrations.slice(from, to).map(async (id, turn) => {
        await new Promise((resolve) => setTimeout(resolve, turn / 4));
        return writer.ask(askFor(id));
      });
    const before = await Promise.all(askAll(0, 20));
    const during = askAll(20, 180);
    await new Promise((resolve) => setTimeout(resolve, 15));
    const frozen = await database.transaction(async (trx) => {
      await closePool(trx, day, later(1));
      const waiting = await lockWaiting(trx, day);
      const lines = waiting.map((one, index) => ({
        requestId: one.id,
        dailyId: index.toString(16).padStart(64, '0'),
        band: 0,
      }));
      expect(await freezeRequests(trx, day, lines)).toBe(waiting.length);
      return new Set(waiting.map((one) => one.registrationId));
    });
    const answers = [...before, ...(await Promise.all(during)), ...(await Promise.all(askAll(180, 200)))];
    const kinds = answers.map((answer) => answer.ok && answer.value.kind);
    expect(kinds).toEqual(registrations.map((id) => (frozen.has(id) ? 'asked' : 'window-closed')));
    expect(new Set(kinds)).toEqual(new Set(['asked', 'window-closed']));
  });
});

function inPool(requestId: string, isRepeat = false) {
  return { ok: true, value: { kind: 'asked', requestId, isRepeat } };
}
