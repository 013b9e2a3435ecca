import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { PushTarget } from '#core/notice/push-target.ts';
import { err } from '#core/result.ts';
import { at } from '#server/db/columns.ts';
import { messagesTo } from '#server/db/repositories/deliveries.ts';
import { findMessageCode } from '#server/db/repositories/message-codes.ts';
import { addPushSubscription, listPushSubscriptions, setDiscreet } from '#server/db/repositories/push-subscriptions.ts';
import { findRegistrationOf } from '#server/db/repositories/registrations.ts';
import type { Channel, Message, NoticeManner, Notify, NotifyFailure } from '#server/notify/contract.ts';
import { createSandboxMailbox } from '#server/notify/sandbox-mailbox.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, makeTown, minute, must, operator } from '#tests/support/town.ts';
import { deliverNotices } from './deliver-notices.ts';
import { handOnNotices } from './hand-on-notices.ts';
import { codeToken } from './message-code.ts';
import { readRecord, writeRecord } from './person-record.ts';

/** Three in the afternoon, Eastern: the pool of 11 March is open until 11:00 the next morning. */
const afternoon = '2027-03-10T15:00:00-05:00';

eachDatabase((_name, open) => {
  const begin = async () => {
    const town = await makeTown(await open(), afternoon);
    const delivered: Message[] = [];
    const pushed: Message<PushTarget>[] = [];
    const mailbox = createSandboxMailbox({ deliver: async (message) => void delivered.push(message) });
    /** What the channels answer instead, while it is set. */
    const wish: { email?: NotifyFailure; push?: NotifyFailure } = {};
    const email: Notify = {
      isSandbox: true,
      send: async (message) => (wish.email ? err(wish.email) : await mailbox.send(message)),
    };
    const push: Notify<PushTarget> = {
      isSandbox: true,
      async send(message) {
        if (wish.push) return err(wish.push);
        pushed.push(message);
        return { ok: true, value: { receipt: 'r' } };
      },
    };
    const { db, vault, now, policies } = town.tools;
    const words = ({ kind }: { readonly kind: string }, { code, isDiscreet }: NoticeManner) => ({
      subject: isDiscreet ? 'news' : kind,
      text: code,
      brief: code,
      address: '',
    });
    const deliver = (channel: Channel = 'email') =>
      deliverNotices({ db, vault, now, policies, channels: { email, push }, words }, channel);
    const told = () => delivered.splice(0).map(({ to, subject }) => `${to.split('@')[0]} ${subject}`);
    /** Registered, asked, and chosen. */
    const chosen = async (name: string, prepare: (person: Applicant) => Promise<unknown> = async () => undefined) => {
      const person = await town.registered(name);
      await prepare(person);
      must(await town.ask(person));
      must(await town.services.closePool({ actor: operator }));
      must(await town.services.drawPool({ actor: operator }));
      return person;
    };
    const phone = (person: Applicant, device = 'd', endpoint: string = randomUUID()) => {
      const id = randomUUID();
      const sealed = vault.sealJson({ endpoint }, { table: 'push_subscriptions', column: 'sealed', row: id });
      const { accountId } = person;
      const one = { id, accountId, deviceToken: device, endpointToken: endpoint, sealed, now: now() };
      return db.transaction((trx) => addPushSubscription(trx, one, 5));
    };
    const states = async ({ accountId }: Applicant) =>
      (await messagesTo(db.kysely, accountId)).map(({ kind, ways }) =>
        [kind, ...ways.map(({ channel, state }) => `${channel} ${state}`)].join(', '),
      );
    return { town, deliver, told, wish, chosen, delivered, pushed, phone, states };
  };

  describe('notices', () => {
    test('tell of a state once, however often they are delivered', async () => {
      const { town, deliver, told } = await begin();
      const person = await town.registered('marie');
      must(await town.ask(person));
      await town.wait(20 * hour);
      await Promise.all([deliver(), deliver()]);
      await deliver();
      expect(told()).toEqual(['marie offer']);
    });

    test('of an offer that ended meanwhile tell nothing, also when another draw has given her the next', async () => {
      const { town, deliver, told, states } = await begin();
      const person = await town.registered('marie');
      for (const draw of [1, 2]) {
        must(await town.ask(person));
        await town.wait(20 * hour);
        const found = await town.standing(person);
        if (found.step !== 'offered') throw new Error(found.step);
        if (draw === 1) must(await town.services.declineOffer({ applicant: person, offerId: found.offer.id }));
        await town.wait(4 * hour);
      }
      await deliver();
      expect(told()).toEqual(['marie offer']);
      expect(await states(person)).toEqual(['offer, email sent', 'offer, email dropped']);
    });

    test('that cannot be made keep nobody behind them from hearing, and are tried again later', async () => {
      const { town, deliver, told } = await begin();
      const { kysely } = town.tools.db;
      const ben = await town.registered('ben', 'laredo');
      must(await town.ask(ben));
      must(await town.services.closePool({ actor: operator }));
      must(await town.services.drawPool({ actor: operator }));
      must(await town.services.openNextPool({ actor: operator }));
      await town.wait(minute);
      for (const name of ['ana', 'cleo']) must(await town.ask(await town.registered(name)));
      must(await town.services.closePool({ actor: operator }));
      must(await town.services.drawPool({ actor: operator }));

      const own = (await findRegistrationOf(kysely, ben.accountId))?.id;
      if (!own) throw new Error('expected a registration');
      const record = kysely.selectFrom('people').select('sealed').where('registrationId', '=', own);
      const { sealed } = await record.executeTakeFirstOrThrow();
      const store = (bytes: Uint8Array) =>
        kysely.updateTable('people').set({ sealed: bytes }).where('registrationId', '=', own).execute();
      await store(sealed.toReversed());
      await expect(deliver()).rejects.toThrow();
      expect(told().sort()).toEqual(['ana offer', 'cleo offer']);
      await store(sealed);
      await town.wait(hour);
      await deliver();
      expect(told()).toEqual(['ben offer']);
    });

    test('go by mail and to each phone, each on its own: one that is down keeps no other from arriving', async () => {
      const { deliver, told, pushed, wish, chosen, phone, states } = await begin();
      wish.email = { kind: 'notify-unavailable', cause: '451' };
      const person = await chosen('marie', async (one) => {
        await phone(one, 'at home');
        await phone(one, 'of a friend');
      });
      expect(await deliver('email')).toEqual({ sent: 0, postponed: 1, failed: 0, cause: '451' });
      expect(await deliver('push')).toEqual({ sent: 2, postponed: 0, failed: 0, cause: null });
      expect([told(), pushed.length]).toEqual([[], 2]);
      expect(await states(person)).toEqual(['offer, email waiting, push sent, push sent']);
    });

    test('that a channel could not take are tried ever later, and for three days', async () => {
      const { town, deliver, told, wish, chosen, states } = await begin();
      wish.email = { kind: 'notify-unavailable', cause: 'ECONNREFUSED' };
      const person = await chosen('marie');
      await deliver();
      await town.wait(minute - 1);
      expect((await deliver()).postponed).toBe(0);
      await town.wait(1);
      expect((await deliver()).postponed).toBe(1);
      delete wish.email;
      await town.wait(2 * minute);
      await deliver();
      expect(told()).toEqual(['marie offer']);
      expect(await states(person)).toEqual(['offer, email sent']);
    });

    test('that failed for three days, or are refused for good, have failed, and she can see it', async () => {
      const { town, deliver, wish, states } = await begin();
      const person = await town.registered('marie');
      must(await town.services.sendTestMessage({ applicant: person }));
      wish.email = { kind: 'notify-unavailable', cause: '451' };
      for (let tries = 0; tries < 40; tries += 1) {
        await deliver();
        await town.wait(6 * hour);
      }
      expect(await states(person)).toContain('test, email failed');
      wish.email = { kind: 'notify-refused', cause: '550' };
      must(await town.services.sendTestMessage({ applicant: person }));
      expect(await deliver()).toMatchObject({ failed: 1, cause: '550' });
      expect((await states(person))[0]).toBe('test, email failed');
    });

    test('wait as long as a push service asks for', async () => {
      const { town, deliver, pushed, wish, phone } = await begin();
      const person = await town.registered('marie');
      await phone(person);
      must(await town.services.sendTestMessage({ applicant: person }));
      wish.push = { kind: 'notify-unavailable', cause: '429', retryAfterMs: hour };
      await deliver('push');
      delete wish.push;
      await town.wait(hour - minute);
      await deliver('push');
      expect(pushed).toHaveLength(0);
      await town.wait(minute);
      await deliver('push');
      expect(pushed).toHaveLength(1);
    });

    test('to a phone that is gone forget the phone, and nothing else', async () => {
      const { town, deliver, wish, phone, states } = await begin();
      const person = await town.registered('marie');
      await phone(person);
      must(await town.services.sendTestMessage({ applicant: person }));
      wish.push = { kind: 'notify-gone', cause: '410' };
      await deliver('push');
      await deliver('email');
      expect(await listPushSubscriptions(town.tools.db.kysely, [person.accountId])).toEqual([]);
      expect(await states(person)).toEqual(['test, email sent, push failed']);
    });

    test('to a phone that was switched off before they went out are not sent there', async () => {
      const { town, deliver, pushed, phone, states } = await begin();
      const person = await town.registered('marie');
      await phone(person, town.tools.vault.token('device', person.deviceId));
      must(await town.services.sendTestMessage({ applicant: person }));
      await handOnNotices(town.tools);
      must(await town.services.switchPushOff({ applicant: person }));
      await deliver('push');
      expect(pushed).toHaveLength(0);
      expect(await states(person)).toEqual(['test, email waiting, push failed']);
    });

    test('go to the address that she answered, also where she has none to sign in with', async () => {
      const { town, deliver, delivered } = await begin();
      const { db, vault } = town.tools;
      const person = await town.registered('marie');
      const registration = await findRegistrationOf(db.kysely, person.accountId);
      if (!registration) throw new Error('expected a registration');
      const test = async () => {
        must(await town.services.sendTestMessage({ applicant: person }));
        await deliver();
        return delivered.at(-1)?.to;
      };
      expect(await test()).toBe('marie@puente.example');
      await db.transaction(async (trx) => {
        const before = await readRecord({ vault }, trx, registration.id);
        const answers = { ...before?.answers, email: 'flore@puente.example' };
        await writeRecord(town.tools, trx, { registrationId: registration.id, before, answers });
      });
      expect(await test()).toBe('flore@puente.example');
      const byCode = { recoveryToken: 'hers', recoveryMadeAt: at(town.tools.now()) };
      const none = { subjectToken: null, emailSealed: null, emailToken: null, ...byCode };
      await db.kysely.updateTable('accounts').set(none).where('id', '=', person.accountId).execute();
      expect(await test()).toBe('flore@puente.example');
      expect(delivered).toHaveLength(3);
    });

    test('bear a code that is the same at each try and on each way, and is known as a token alone', async () => {
      const { town, deliver, delivered, pushed, wish, chosen, phone } = await begin();
      wish.email = { kind: 'notify-unavailable', cause: '451' };
      await chosen('marie', phone);
      await deliver('email');
      await deliver('push');
      delete wish.email;
      await town.wait(minute);
      await deliver('email');
      const code = delivered[0]?.text ?? '';
      expect(code).toMatch(/^\d{12}$/);
      expect(pushed[0]?.brief).toBe(code);
      const { db, vault } = town.tools;
      expect(await findMessageCode(db.kysely, code)).toBeUndefined();
      expect(await findMessageCode(db.kysely, codeToken(vault, code))).toMatchObject({ kind: 'offer' });
    });

    test('say nothing of what they are about to who wants that', async () => {
      const { town, deliver, told, chosen } = await begin();
      await chosen('marie', ({ accountId }) => setDiscreet(town.tools.db.kysely, accountId, true));
      await deliver();
      expect(told()).toEqual(['marie news']);
    });

    test('a crash after sending sends the same id again, and a crash before it loses nothing', async () => {
      const { town, deliver, delivered, chosen } = await begin();
      await chosen('marie');
      const { kysely } = town.tools.db;
      await deliver();
      // The mark that a crash would have kept from being written.
      const undone = { state: 'waiting', endedAt: null, receipt: null } as const;
      await kysely.updateTable('deliveries').set(undone).execute();
      await deliver();
      expect(delivered).toHaveLength(1);
      await town.wait(10 * minute);
      await deliver();
      expect(delivered.map(({ id }) => id)).toEqual([delivered[0]?.id, delivered[0]?.id]);
    });

    test('of many go out a few at once, all of them, once', async () => {
      const { town, deliver, delivered } = await begin();
      const { kysely } = town.tools.db;
      const person = await town.registered('marie');
      must(await town.services.sendTestMessage({ applicant: person }));
      const one = await kysely.selectFrom('outbox').selectAll().executeTakeFirstOrThrow();
      const { kind, registrationId } = one;
      await town.tools.db.transaction(async (trx) => {
        const { addMessages } = await import('#server/db/repositories/outbox.ts');
        const message = { kind, registrationId, detail: {}, now: town.tools.now() };
        await addMessages(
          trx,
          Array.from({ length: 299 }, () => message),
        );
      });
      const rounds = await Promise.all([deliver(), deliver(), deliver()]);
      expect(rounds.reduce((sum, { sent }) => sum + sent, 0)).toBe(300);
      expect(new Set(delivered.map(({ id }) => id)).size).toBe(300);
      expect(delivered).toHaveLength(300);
    });

    test('are forgotten after 90 days, with their codes', async () => {
      const { town, deliver, delivered, states } = await begin();
      const person = await town.registered('marie');
      must(await town.services.sendTestMessage({ applicant: person }));
      await deliver();
      const { db, vault } = town.tools;
      const token = codeToken(vault, delivered[0]?.text ?? '');
      await town.wait(90 * 24 * hour);
      expect(await findMessageCode(db.kysely, token)).toBeDefined();
      await town.wait(minute);
      expect(await findMessageCode(db.kysely, token)).toBeUndefined();
      expect(await states(person)).toEqual([]);
    });
  });

  describe('phones', () => {
    test('are five at most, the latest; one device has one, and one browser reaches one person', async () => {
      const { town, phone } = await begin();
      const [marie, ben] = [await town.registered('marie'), await town.registered('ben')];
      const devices = async ({ accountId }: Applicant) =>
        (await listPushSubscriptions(town.tools.db.kysely, [accountId])).map(({ deviceToken }) => deviceToken);
      for (const device of ['1', '2', '3', '4', '5', '5', '6']) {
        await town.wait(1);
        await phone(marie, device);
      }
      expect(await devices(marie)).toEqual(['2', '3', '4', '5', '6']);
      await phone(marie, '7', 'a shared phone');
      await phone(ben, '7', 'a shared phone');
      expect(await devices(ben)).toEqual(['7']);
      expect(await devices(marie)).toEqual(['3', '4', '5', '6']);
      await Promise.all(Array.from({ length: 4 }, (_, at) => phone(marie, `at once ${at}`)));
      expect(await devices(marie)).toHaveLength(5);
    });
  });
});
