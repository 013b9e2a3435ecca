import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { AppointmentId, OfferId, PortCode, RegistrationId, RequestId } from '#core/ids.ts';
import type { LocalDay, LocalMinute, TimeZone } from '#core/time/instant.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import {
  addOffered,
  addOneSlot,
  addOpenPool,
  addRegistered,
  askFor,
  day,
  later,
  noon,
  sanYsidro,
  slot,
} from '#tests/support/records.ts';
import { createAskWriter } from '../ask-statement.ts';
import { addAppointment, endAppointment, findBooked, isCodeTaken, portDay } from './appointments.ts';
import { addChain, announceDraw, findChain, findDraw, findLastDraw, recordResult } from './draws.ts';
import { countMiss, endOffer, extendOffer, findLiveOffer, findOffer, overdueOffers } from './offers.ts';
import {
  closePool,
  countRequests,
  findLastPool,
  findOpenPool,
  findPool,
  lockClosedPool,
  markDrawn,
  openPool,
} from './pools.ts';
import {
  closedRequests,
  endRequest,
  findLastEnded,
  findLiveRequest,
  freezeRequests,
  lockWaiting,
  settleRequests,
  withdrawRequest,
} from './requests.ts';
import {
  addPorts,
  addSlots,
  freePlaces,
  listPorts,
  removeSlot,
  setCapacity,
  slotDays,
  slotsOfDay,
  takeAllPlaces,
  takePlaces,
} from './slots.ts';

const announced = {
  announcement: '{}',
  capacity: '{}',
  pool: '',
  previousResult: '0'.repeat(64),
  slotKeySealed: new Uint8Array([1]),
  season: null,
  draw: null,
  logSize: null,
  logRoot: null,
};
const result = {
  result: 'r',
  slots: 's',
  reveal: 'v',
  seed: 'e',
  resultHash: 'h',
  slotRoot: 't',
  summary: 'm',
  cutoffs: { 'san-ysidro': null },
  lastPositions: {},
  now: later(3),
};

eachDatabase((_, open) => {
  test('one pool is open at a time, each is numbered after the last, and none opens twice', async () => {
    const database = await open();
    const { kysely } = database;
    const pool = { day, policy: '2027-01', now: noon };
    expect((await Promise.all([openPool(kysely, pool), openPool(kysely, pool)])).sort()).toEqual([false, true]);
    expect(await openPool(kysely, { ...pool, day: '2027-01-07' as LocalDay })).toBe(false);
    expect((await Promise.all([closePool(kysely, day, later(1)), closePool(kysely, day, later(2))])).sort()).toEqual([
      false,
      true,
    ]);
    expect(await findOpenPool(kysely)).toBeUndefined();
    expect(await openPool(kysely, pool)).toBe(false);
    expect(await openPool(kysely, { ...pool, day: '2027-01-07' as LocalDay })).toBe(true);
    expect(await database.transaction(lockClosedPool)).toMatchObject({ day, drawNumber: 1 });
    expect(await markDrawn(kysely, '2027-01-07' as LocalDay, later(3))).toBe(false);
    expect((await Promise.all([markDrawn(kysely, day, later(3)), markDrawn(kysely, day, later(4))])).sort()).toEqual([
      false,
      true,
    ]);
    expect(await findPool(kysely, day)).toMatchObject({ state: 'drawn' });
    expect(await findLastPool(kysely)).toMatchObject({
      day: '2027-01-07',
      drawNumber: 2,
      state: 'open',
      openedAt: noon,
    });
  });

  test('a request goes from waiting through the close and the draw to its end', async () => {
    const database = await open();
    await addOpenPool(database);
    const writer = createAskWriter(database);
    const [one, two, three] = [
      await addRegistered(database),
      await addRegistered(database),
      await addRegistered(database),
    ];
    for (const id of [one, two, three]) expect(await writer.ask(askFor(id))).toMatchObject({ ok: true });
    const withdrawn = await Promise.all([
      withdrawRequest(database.kysely, three, later(1)),
      withdrawRequest(database.kysely, three, later(1)),
    ]);
    expect(withdrawn.filter((found) => found !== undefined)).toMatchObject([{ day }]);
    expect(await findLastEnded(database.kysely, three)).toMatchObject({
      day,
      state: 'withdrawn',
      endedAt: later(1),
      offerState: null,
    });

    const ids = await database.transaction(async (trx) => {
      expect(await closePool(trx, day, later(2))).toBe(true);
      const waiting = await lockWaiting(trx, day);
      expect(new Set(waiting.map((request) => request.registrationId))).toEqual(new Set([one, two]));
      const lines = waiting.map((request, band) => ({ requestId: request.id, dailyId: `${band}`.repeat(64), band }));
      expect(await freezeRequests(trx, day, lines)).toBe(2);
      await announceDraw(trx, { day, number: 1, ...announced });
      return lines.map((line) => line.requestId) as [RequestId, RequestId];
    });
    expect(await withdrawRequest(database.kysely, one, later(3))).toBeUndefined();
    expect(
      (await closedRequests(database.kysely, day)).map(({ id, dailyId, band }) => [id, dailyId.slice(0, 2), band]),
    ).toEqual([
      [ids[0], '00', 0],
      [ids[1], '11', 1],
    ]);
    expect(await findLastDraw(database.kysely)).toBeUndefined();

    const drawn = [
      { requestId: ids[0], outcome: 'san-ysidro oldest', ticketPosition: 1 },
      { requestId: ids[1], outcome: '-', ticketPosition: 1 },
    ];
    const settle = () => database.transaction((trx) => settleRequests(trx, drawn, later(3)));
    expect([await settle(), await settle()]).toEqual([2, 0]);
    expect(await recordResult(database.kysely, day, result)).toBe(true);
    expect(await recordResult(database.kysely, day, result)).toBe(false);
    expect(await findLastDraw(database.kysely)).toEqual({
      day,
      number: 1,
      resultHash: 'h',
      drawnAt: later(3),
      requests: 2,
      chosen: 1,
    });
    expect(await findDraw(database.kysely, day)).toMatchObject({ ...announced, cutoffs: { 'san-ysidro': null } });
    expect(await countRequests(database.kysely, day)).toEqual({ chosen: 1, 'not-chosen': 1, withdrawn: 1 });
    const chosen = (await findLiveRequest(database.kysely, one)) ?? (await findLiveRequest(database.kysely, two));
    expect(chosen).toMatchObject({ id: ids[0], state: 'chosen', endedAt: null });
    const end = { state: 'fulfilled', now: later(4) } as const;
    expect(
      (await Promise.all([endRequest(database.kysely, ids[0], end), endRequest(database.kysely, ids[0], end)])).sort(),
    ).toEqual([false, true]);
  });

  test('a slot never holds more people than places and reserve, however many come at once', async () => {
    const database = await open();
    await addOneSlot(database, { places: 10, reserve: 2 });
    const four = { port: sanYsidro, slotLocal: slot, size: 4 };
    const taken = await Promise.all(Array.from({ length: 5 }, () => takePlaces(database.kysely, four)));
    expect(taken.filter(Boolean)).toHaveLength(3);
    await expect(takeAllPlaces(database.kysely, [{ ...four, size: 1 }])).rejects.toMatchObject({
      constraint: 'slots_taken',
    });
    await freePlaces(database.kysely, four);
    await takeAllPlaces(database.kysely, [
      { ...four, size: 1 },
      { ...four, size: 2 },
    ]);
    expect(await slotsOfDay(database.kysely, '2027-01-16' as LocalDay)).toMatchObject([{ taken: 11, places: 10 }]);
  });

  test('places can be changed while all who are in the slot still fit, and an empty slot can go', async () => {
    const database = await open();
    await addOneSlot(database, { places: 10, reserve: 2 });
    await addPorts(database.kysely, [{ code: sanYsidro, ordinal: 9, timeZone: 'UTC' as TimeZone, dailyPlaces: 0 }]);
    expect(await listPorts(database.kysely)).toMatchObject([{ ordinal: 1, timeZone: 'America/Los_Angeles' }]);
    const places = (count: number) => ({ port: sanYsidro, slotLocal: slot, places: count, reserve: 2 });
    await addSlots(database.kysely, [places(99)]);
    await takePlaces(database.kysely, { port: sanYsidro, slotLocal: slot, size: 7 });
    expect(await setCapacity(database.kysely, places(4))).toBe('in-use');
    expect(await setCapacity(database.kysely, places(5))).toBe('set');
    expect(await removeSlot(database.kysely, sanYsidro, slot)).toBe(false);
    const other = '2027-01-15T08:00' as LocalMinute;
    expect(await setCapacity(database.kysely, { ...places(3), slotLocal: other })).toBe('set');
    expect(await slotDays(database.kysely, '2027-01-01' as LocalDay)).toEqual(['2027-01-15', '2027-01-16']);
    expect(await removeSlot(database.kysely, sanYsidro, other)).toBe(true);
    expect(await slotDays(database.kysely, '2027-01-01' as LocalDay)).toEqual(['2027-01-16']);
    await expect(setCapacity(database.kysely, { ...places(1), port: 'nowhere' as PortCode })).rejects.toMatchObject({
      constraint: 'slots_port_fkey',
    });
  });

  test('an offer is extended once, up to its deadline, and belongs to one person', async () => {
    const database = await open();
    const { offerId, registrationId } = await addOffered(database);
    const extend = (now: number) => extendOffer(database.kysely, offerId, { now: later(now), deadlineAt: later(200) });
    expect(await extend(101)).toBe(false);
    expect((await Promise.all([extend(100), extend(100)])).sort()).toEqual([false, true]);
    expect(await findOffer(database.kysely, offerId, registrationId)).toMatchObject({
      state: 'extended',
      deadlineAt: later(200),
      extendedAt: later(100),
    });
    expect(await findOffer(database.kysely, offerId, randomUUID() as RegistrationId)).toBeUndefined();
    expect([await countMiss(database.kysely, offerId), await countMiss(database.kysely, offerId)]).toEqual([1, 2]);
  });

  test('of confirming, declining and lapsing at once one wins, and only on its side of the deadline', async () => {
    const database = await open();
    const { offerId, registrationId } = await addOffered(database);
    const end = (state: 'confirmed' | 'declined' | 'lapsed', now: number) =>
      database.transaction((trx) => endOffer(trx, offerId, { state, now: later(now) }));
    expect(await overdueOffers(database.kysely, later(100))).toEqual([]);
    expect(await end('lapsed', 100)).toBeUndefined();
    expect(await end('confirmed', 101)).toBeUndefined();
    expect((await overdueOffers(database.kysely, later(101))).map((offer) => offer.id)).toEqual([offerId]);
    const ended = await Promise.all([end('confirmed', 100), end('declined', 100), end('lapsed', 101)]);
    expect(ended.filter((offer) => offer !== undefined)).toHaveLength(1);
    expect(await findLiveOffer(database.kysely, registrationId)).toBeUndefined();
  });

  test('a confirmed offer becomes one appointment, which the day of its port lists with its group', async () => {
    const database = await open();
    const { offerId, registrationId } = await addOffered(database);
    const id = randomUUID() as AppointmentId;
    const book = (of: OfferId) =>
      database.transaction(async (trx) => {
        await endOffer(trx, of, { state: 'confirmed', now: later(50) });
        await addAppointment(trx, {
          id,
          offerId: of,
          registrationId,
          port: sanYsidro,
          slotLocal: slot,
          size: 1,
          code: 'C0DE',
          proof: 'p',
          bookedAt: later(50),
        });
      });
    await book(offerId);
    await expect(book(offerId)).rejects.toMatchObject({ constraint: 'appointments_pkey' });
    expect(await isCodeTaken(database.kysely, 'C0DE')).toBe(true);
    expect(await findBooked(database.kysely, registrationId)).toMatchObject({
      id,
      state: 'booked',
      bookedAt: later(50),
    });
    expect(await portDay(database.kysely, sanYsidro, '2027-01-16' as LocalDay)).toEqual([
      { slotLocal: slot, size: 1, code: 'C0DE', state: 'booked', bookedAt: later(50), registrationId },
    ]);
    const checkIn = () => endAppointment(database.kysely, id, { state: 'checked-in', now: later(60) });
    expect((await Promise.all([checkIn(), checkIn()])).sort()).toEqual([false, true]);
  });

  test("the operator's chain of a season is made once", async () => {
    const { kysely } = await open();
    const chain = { season: '1', length: 1000, firstTip: 'a', lastSecretSealed: new Uint8Array([1]) };
    await addChain(kysely, chain);
    await addChain(kysely, { ...chain, firstTip: 'b' });
    expect(await findChain(kysely, '1')).toEqual(chain);
  });
});
