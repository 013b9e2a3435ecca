import { describe, expect, test } from 'vitest';
import { codeGroups, lastGroup } from '#core/identity/recovery-code.ts';
import type { AccountId } from '#core/ids.ts';
import { addSession } from '#server/db/repositories/sessions.ts';
import type { Stranger } from '#server/services/account.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { joinedBy, lia } from '#tests/support/family.ts';
import { hour, makeTown, minute, must, type Town } from '#tests/support/town.ts';

const start = '2027-03-10T15:00:00-05:00';
const birth = { birthDay: '29', birthMonth: '2', birthYear: '1992' };
const phoneA: Stranger = { deviceId: 'phone a', locale: 'ht', sessionHash: null, network: '203.0.113.7' };
const phoneB: Stranger = { deviceId: 'phone b', locale: 'ht', sessionHash: null, network: '198.51.100.9' };

eachDatabase((_name, open) => {
  async function begin() {
    const town = await makeTown(await open(), start);
    const make = async (stranger = phoneA) => must(await town.services.makeCodeAccount({ stranger }));
    const come = (stranger: Stranger, code: string, date?: typeof birth) =>
      town.services.signInByCode({ stranger, fields: { code, ...date }, hasBirthDate: date !== undefined });
    return { town, make, come };
  }

  describe('a person without e-mail', () => {
    test('comes back on her own phone with the code alone, in any digits', async () => {
      const { make, come } = await begin();
      const { accountId, code } = await make();
      const arabic = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
      expect(await come(phoneA, arabic)).toEqual({ ok: true, value: { accountId } });
      expect(await come(phoneA, codeGroups(code).join(' - '))).toEqual({ ok: true, value: { accountId } });
    });

    test('comes back on another phone with her birth date too, and keeps her date in the line', async () => {
      const { town, make, come } = await begin();
      const { accountId, code } = await make();
      const applicant = { accountId, deviceId: 'phone a', locale: 'ht' };
      await town.register(applicant);
      const before = await town.standing(applicant);
      await town.wait(30 * hour);
      expect(await come(phoneB, code)).toEqual({ ok: true, value: null });
      expect(await come(phoneB, code, birth)).toEqual({ ok: true, value: { accountId } });
      expect(await town.standing(applicant)).toEqual(before);
      // That phone is hers from now on.
      expect(await come(phoneB, code)).toEqual({ ok: true, value: { accountId } });
    });

    test('gives a sign of life to her standing request by coming back, as with an e-mail', async () => {
      const { town, make, come } = await begin();
      const { accountId, code } = await make();
      const byCode = { accountId, deviceId: 'phone a', locale: 'ht' };
      await town.register(byCode);
      const byEmail = await town.registered('marie');
      for (const person of [byCode, byEmail]) must(await town.ask(person, { isStanding: true }));
      const asked = town.tools.now();
      const lastSigns = async () =>
        Promise.all(
          [byCode, byEmail].map(async (one) => (await town.services.standingRequest(one.accountId))?.lastSignAt),
        );
      await town.wait(2 * hour);
      expect(await lastSigns()).toEqual([asked, asked]);
      // A code of hers with a date that isn't: she has not come back.
      expect(await come(phoneB, code, { ...birth, birthDay: '28' })).toMatchObject({ ok: false });
      expect(await lastSigns()).toEqual([asked, asked]);
      must(await come(phoneB, code, birth));
      await town.newcomer('marie');
      expect(await lastSigns()).toEqual([town.tools.now(), town.tools.now()]);
      await town.wait(hour);
      must(await come(phoneB, code));
      expect((await lastSigns())[0]).toBe(town.tools.now());
    });

    test('who has told no birth date yet needs none', async () => {
      const { make, come } = await begin();
      const { accountId, code } = await make();
      expect(await come(phoneB, code, birth)).toEqual({ ok: true, value: { accountId } });
    });

    test('whose registration has lost its birth date gets in by no date at all', async () => {
      const { town, make, come } = await begin();
      const { accountId, code } = await make();
      await town.register({ accountId, deviceId: 'phone a', locale: 'ht' });
      await town.tools.db.kysely.updateTable('people').set({ birthToken: null }).execute();
      expect(await come(phoneB, code, birth)).toEqual({ ok: false, error: { kind: 'account-not-found' } });
      expect(await come(phoneA, code)).toEqual({ ok: true, value: { accountId } });
    });

    test('who is in another’s group comes back by her own birth date, and by nobody else’s', async () => {
      const { town, make, come } = await begin();
      const host = await town.registered('rose');
      await joinedBy(town, host, lia);
      const { accountId, code } = await make();
      const guest = { accountId, deviceId: 'phone a', locale: 'ht' };
      // The host's date is another than hers.
      must(await town.services.saveAnswers(birthOf(host, { birthDay: '4', birthMonth: '7', birthYear: '1980' })));
      await town.register(guest);
      await joinedBy(town, guest, { ...lia, givenNames: 'Ti Jo', born: '2019-01-15' });
      const joining = must(await town.services.makeJoinCode({ applicant: host })).code;
      must(await town.services.enterGroupCode({ applicant: guest, fields: { code: joining } }));
      expect(await town.standing(guest)).toMatchObject({ step: 'joined' });
      const others = [
        { ...birth, birthDay: '28' },
        { birthDay: '4', birthMonth: '7', birthYear: '1980' },
        { birthDay: '15', birthMonth: '1', birthYear: '2019' },
      ];
      for (const date of others)
        expect(await come(phoneB, code, date)).toEqual({ ok: false, error: { kind: 'account-not-found' } });
      expect(await come(phoneB, code, birth)).toEqual({ ok: true, value: { accountId } });
    });

    test('a right code with a wrong date, and a code of nobody, get the same answer', async () => {
      const { town, make, come } = await begin();
      const { accountId, code } = await make();
      await town.register({ accountId, deviceId: 'phone a', locale: 'ht' });
      const nobodys = '00000000000000007955';
      expect(await come(phoneB, code)).toEqual(await come(phoneB, nobodys));
      const wrong = await come(phoneB, code, { ...birth, birthDay: '28' });
      expect(wrong).toEqual({ ok: false, error: { kind: 'account-not-found' } });
      expect(await come(phoneB, nobodys, birth)).toEqual(wrong);
    });

    test('a slip of the pen is told as such, and is no try', async () => {
      const { make, come } = await begin();
      const { code } = await make();
      const slip = code.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10));
      for (let time = 0; time < 40; time += 1) {
        expect(await come(phoneB, slip)).toEqual({
          ok: false,
          error: { kind: 'fields', fields: [{ field: 'code', kind: 'code-slip' }] },
        });
      }
      expect(await come(phoneB, code, birth)).toMatchObject({ ok: true });
    });

    test('the code itself is nowhere in the database', async () => {
      const { town, make } = await begin();
      const { code } = await make();
      const rows = await town.tools.db.kysely.selectFrom('accounts').selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(code);
      expect(rows[0]?.recoveryToken).toMatch(/^[\w-]{43}$/);
    });
  });

  describe('who tries too often', () => {
    test('waits longer and longer, is told how long, and is never locked out', async () => {
      const { town, make, come } = await begin();
      const { accountId, code } = await make();
      await town.register({ accountId, deviceId: 'phone a', locale: 'ht' });
      const wrong = { ...birth, birthDay: '28' };
      for (let time = 0; time < 5; time += 1) expect(await come(phoneB, code, wrong)).toMatchObject({ ok: false });
      const waits = { ok: false, error: { kind: 'too-many-tries', numbers: { minutes: 1 } } };
      expect(await come(phoneB, code, birth)).toEqual(waits);
      await town.wait(minute);
      expect(await come(phoneB, code, wrong)).toMatchObject({ error: { kind: 'account-not-found' } });
      expect(await come(phoneB, code, birth)).toMatchObject({ error: { numbers: { minutes: 2 } } });
      await town.wait(2 * minute);
      expect(await come(phoneB, code, birth)).toEqual({ ok: true, value: { accountId } });
    });

    test('who holds somebody’s code can’t keep her from her own phone', async () => {
      const { town, make, come } = await begin();
      const { accountId, code } = await make();
      await town.register({ accountId, deviceId: 'phone a', locale: 'ht' });
      for (let time = 0; time < 20; time += 1)
        expect(await come(phoneB, code, { ...birth, birthDay: '1' })).toMatchObject({ ok: false });
      expect(await come(phoneB, code, birth)).toMatchObject({ error: { kind: 'too-many-tries' } });
      expect(await come(phoneA, code)).toEqual({ ok: true, value: { accountId } });
    });

    test('many at the same moment are as many tries', async () => {
      const { make, come } = await begin();
      const { code } = await make();
      const session = { ...phoneB, sessionHash: 'a session', network: null };
      const answers = await Promise.all(Array.from({ length: 12 }, () => come(session, '00000000000000007955', birth)));
      const kinds = answers.map((answer) => (answer.ok ? '' : answer.error.kind));
      expect(kinds.filter((kind) => kind === 'account-not-found')).toHaveLength(5);
      expect(code).toHaveLength(20);
    });

    test('one network makes no more accounts than people of it could want', async () => {
      const { town } = await begin();
      const made = [];
      for (let time = 0; time < 31; time += 1) made.push(await town.services.makeCodeAccount({ stranger: phoneA }));
      expect(made.filter(({ ok }) => ok)).toHaveLength(30);
      expect(made.at(-1)).toMatchObject({ error: { kind: 'too-many-tries' } });
      expect(await town.services.makeCodeAccount({ stranger: phoneB })).toMatchObject({ ok: true });
    });

    test('of tries nothing is left after a day', async () => {
      const { town, come } = await begin();
      expect(await come(phoneB, '00000000000000007955', birth)).toMatchObject({ ok: false });
      const rows = () => town.tools.db.kysely.selectFrom('tries').select('bucket').execute();
      expect(JSON.stringify(await rows())).not.toContain('198.51.100');
      await town.wait(23 * hour);
      expect(await rows()).not.toEqual([]);
      await town.wait(2 * hour);
      expect(await rows()).toEqual([]);
    });
  });

  describe('a code that was just made', () => {
    test('is shown until its last group was typed, by the session that made it alone', async () => {
      const { town, make } = await begin();
      const { services } = town;
      const { accountId, code } = await make();
      await session(town, 'hers', accountId);
      await session(town, 'another', accountId);
      await services.showCode({ sessionHash: 'hers', accountId, code });
      expect(await services.shownCode('another')).toBeNull();
      const type = (group: string) => services.confirmCode({ accountId, sessionHash: 'hers', fields: { group } });
      const differs = { ok: false, error: { kind: 'fields', fields: [{ field: 'group', kind: 'code-differs' }] } };
      expect(await type(code.slice(0, 4) === lastGroup(code) ? '0' : code.slice(0, 4))).toEqual(differs);
      expect(await type('')).toMatchObject({ error: { fields: [{ kind: 'missing' }] } });
      expect(await services.shownCode('hers')).toBe(code);
      expect(await services.account(accountId)).toMatchObject({ isCodeKept: false });
      expect(await type(` ${lastGroup(code)} `)).toEqual({ ok: true, value: null });
      expect(await services.shownCode('hers')).toBeNull();
      expect(await services.account(accountId)).toMatchObject({ isCodeKept: true, email: null, devices: 1 });
      expect(await type(lastGroup(code))).toEqual({ ok: false, error: { kind: 'form-stale' } });
    });

    test('that nobody kept goes with its empty account after a day; with a registration it stays', async () => {
      const { town, make, come } = await begin();
      const empty = await make();
      const begun = await make();
      await town.register({ accountId: begun.accountId, deviceId: 'phone a', locale: 'ht' });
      await town.wait(25 * hour);
      expect(await come(phoneB, empty.code, birth)).toEqual({ ok: false, error: { kind: 'account-not-found' } });
      expect(await come(phoneA, begun.code)).toMatchObject({ ok: true });
    });
  });

  describe('a new code', () => {
    test('ends the old one and every other session, and works at once on this device', async () => {
      const { town, make, come } = await begin();
      const { services } = town;
      const { accountId, code } = await make();
      await town.register({ accountId, deviceId: 'phone a', locale: 'ht' });
      await session(town, 'here', accountId);
      await session(town, 'there', accountId);
      const applicant = { accountId, deviceId: 'phone b', locale: 'ht' };
      must(await services.renewCode({ applicant, sessionHash: 'here' }));
      const renewed = (await services.shownCode('here')) ?? '';
      expect(renewed).not.toBe(code);
      const sessions = await town.tools.db.kysely.selectFrom('sessions').select('tokenHash').execute();
      expect(sessions).toEqual([{ tokenHash: 'here' }]);
      expect(await come(phoneA, code)).toEqual({ ok: true, value: null });
      expect(await come(phoneA, code, birth)).toMatchObject({ error: { kind: 'account-not-found' } });
      expect(await come(phoneB, renewed)).toEqual({ ok: true, value: { accountId } });
      expect(await come(phoneA, renewed)).toEqual({ ok: true, value: null });
    });

    test('can be a second way in for who signs in by e-mail', async () => {
      const { town, come } = await begin();
      const ana = await town.registered('ana');
      await session(town, 'here', ana.accountId);
      must(await town.services.renewCode({ applicant: ana, sessionHash: 'here' }));
      const code = (await town.services.shownCode('here')) ?? '';
      expect(await come(phoneB, code, birth)).toEqual({ ok: true, value: { accountId: ana.accountId } });
      expect(await town.services.account(ana.accountId)).toMatchObject({ email: 'ana@puente.example' });
    });
  });

  test('signing out everywhere ends all sessions, and forgets the devices', async () => {
    const { town, make, come } = await begin();
    const { accountId, code } = await make();
    await town.register({ accountId, deviceId: 'phone a', locale: 'ht' } satisfies Applicant);
    await session(town, 'here', accountId);
    await town.services.signOutEverywhere(accountId);
    expect(await town.tools.db.kysely.selectFrom('sessions').selectAll().execute()).toEqual([]);
    expect(await come(phoneA, code)).toEqual({ ok: true, value: null });
  });
});

function birthOf(applicant: Applicant, fields: typeof birth) {
  return { applicant, person: null, step: 'birth', fields, photo: undefined } as const;
}

async function session(town: Town, tokenHash: string, accountId: AccountId): Promise<void> {
  const now = town.tools.now();
  await addSession(town.tools.db.kysely, { tokenHash, accountId, role: 'applicant', locale: 'ht', now });
}
