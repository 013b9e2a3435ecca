import { describe, expect, test } from 'vitest';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, makeTown, minute, must } from '#tests/support/town.ts';
import { handOnNotices } from './hand-on-notices.ts';

const afternoon = '2027-03-10T15:00:00-05:00';
const phone = {
  endpoint: 'https://fcm.googleapis.com/fcm/send/abc',
  p256dh: `B${'a'.repeat(86)}`,
  auth: 'b'.repeat(22),
};

eachDatabase((_name, open) => {
  const begin = async () => {
    const town = await makeTown(await open(), afternoon);
    const marie = await town.registered('marie');
    const view = (person = marie, deviceId: string | null = person.deviceId) =>
      town.services.messages({ accountId: person.accountId, deviceId: deviceId ?? undefined });
    return { town, marie, view };
  };

  describe('a person', () => {
    test('sees how she is reached, and that nothing was sent yet', async () => {
      const { view } = await begin();
      expect(await view()).toEqual({
        email: 'marie@puente.example',
        push: { publicKey: 'the-towns-key', isOnHere: false, phones: 0 },
        isDiscreet: false,
        canTest: true,
        sent: [],
      });
    });

    test('in another’s group is still reached at the address that she answered', async () => {
      const { town, marie, view } = await begin();
      const rose = await town.registered('rose');
      const about = { applicant: rose, person: null, photo: undefined } as const;
      must(await town.services.saveAnswers({ ...about, step: 'email', fields: { email: 'rose@answered.example' } }));
      const { code } = must(await town.services.makeJoinCode({ applicant: marie }));
      must(await town.services.enterGroupCode({ applicant: rose, fields: { code } }));
      expect((await view(rose)).email).toBe('rose@answered.example');
      expect((await view()).email).toBe('marie@puente.example');
    });

    test('switches messages on for the phone in her hand, and off again', async () => {
      const { town, marie, view } = await begin();
      must(await town.services.switchPushOn({ applicant: marie, fields: phone }));
      expect((await view()).push).toMatchObject({ isOnHere: true, phones: 1 });
      expect((await view(marie, 'another device')).push).toMatchObject({ isOnHere: false, phones: 1 });
      expect((await view(marie, null)).push.isOnHere).toBe(false);
      const [row] = await town.tools.db.kysely.selectFrom('pushSubscriptions').selectAll().execute();
      expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain('fcm');
      must(await town.services.switchPushOff({ applicant: marie }));
      expect((await view()).push.phones).toBe(0);
    });

    test('on a shared phone switches off no one else’s other phones', async () => {
      const { town, marie, view } = await begin();
      const ben = { ...(await town.newcomer('ben')), deviceId: marie.deviceId };
      must(await town.services.switchPushOn({ applicant: marie, fields: phone }));
      must(await town.services.switchPushOff({ applicant: ben }));
      expect((await view()).push.phones).toBe(1);
      must(await town.services.switchPushOn({ applicant: ben, fields: phone }));
      expect([(await view()).push.phones, (await view(ben)).push.phones]).toEqual([0, 1]);
    });

    test('makes us call no address but a push service’s', async () => {
      const { town, marie, view } = await begin();
      const elsewhere = { ...phone, endpoint: 'https://intranet.example/' };
      expect(await town.services.switchPushOn({ applicant: marie, fields: elsewhere })).toMatchObject({
        error: { kind: 'fields', fields: [{ field: 'endpoint', kind: 'not-in-list' }] },
      });
      expect((await view()).push.phones).toBe(0);
    });

    test('chooses how much messages say', async () => {
      const { town, marie, view } = await begin();
      const choose = (discreet: string) => town.services.chooseDiscretion({ applicant: marie, fields: { discreet } });
      must(await choose('yes'));
      expect((await view()).isDiscreet).toBe(true);
      must(await choose('no'));
      expect((await view()).isDiscreet).toBe(false);
      expect(await choose('')).toMatchObject({ error: { fields: [{ field: 'discreet', kind: 'missing' }] } });
      expect(await choose('да')).toMatchObject({ error: { fields: [{ field: 'discreet', kind: 'not-in-list' }] } });
    });

    test('has three test messages an hour, also when she presses often at once', async () => {
      const { town, marie, view } = await begin();
      const send = () => town.services.sendTestMessage({ applicant: marie });
      const sent = await Promise.all(Array.from({ length: 5 }, send));
      expect(sent.filter(({ ok }) => ok)).toHaveLength(3);
      expect(sent.find(({ ok }) => !ok)).toMatchObject({ error: { kind: 'too-many-tries' } });
      await handOnNotices(town.tools);
      expect((await view()).sent).toHaveLength(3);
      await town.wait(hour + minute);
      expect((await send()).ok).toBe(true);
    });

    test('who has not begun to register has nobody to write to', async () => {
      const { town, view } = await begin();
      const ben = await town.newcomer('ben');
      expect((await view(ben)).canTest).toBe(false);
      const sent = await town.services.sendTestMessage({ applicant: ben });
      expect(sent).toEqual({ ok: false, error: { kind: 'registration-incomplete' } });
    });

    test('sees her own messages and nobody else’s', async () => {
      const { town, marie, view } = await begin();
      const ben = await town.registered('ben');
      must(await town.services.sendTestMessage({ applicant: marie }));
      await handOnNotices(town.tools);
      expect((await view()).sent).toMatchObject([{ kind: 'test', ways: [{ channel: 'email', state: 'waiting' }] }]);
      expect((await view(ben)).sent).toEqual([]);
    });
  });
});
