import { describe, expect, test } from 'vitest';
import { showMessageCode } from '#core/notice/message-code.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { makeTown, minute, must } from '#tests/support/town.ts';
import { handOnNotices } from './hand-on-notices.ts';
import { codeOf } from './message-code.ts';

const afternoon = '2027-03-10T15:00:00-05:00';

eachDatabase((_name, open) => {
  const begin = async () => {
    const town = await makeTown(await open(), afternoon);
    const person = await town.registered('marie');
    must(await town.services.sendTestMessage({ applicant: person }));
    const { id } = await town.tools.db.kysely.selectFrom('outbox').select('id').executeTakeFirstOrThrow();
    await handOnNotices(town.tools);
    const check = (code: string) => town.services.checkMessage({ fields: { code }, network: null });
    return { town, check, code: codeOf(town.tools.vault, id) };
  };

  describe('is this message from us?', () => {
    test('yes, with the moment and what it is about, however the code is typed, and nothing of whom it went to', async () => {
      const { town, check, code } = await begin();
      const arabic = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
      for (const typed of [code, showMessageCode(code), ` ${code}\n`, arabic]) {
        expect(must(await check(typed)).answer).toEqual({ sentAt: town.tools.now(), topic: 'test' });
      }
    });

    test('no, for a code that was made up, mistyped or isn’t one', async () => {
      const { check, code } = await begin();
      const slip = code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
      for (const typed of ['000000000000', slip, '123 456 789', 'код', '\u0000', '🙂'.repeat(40)]) {
        expect(must(await check(typed)).answer).toBeNull();
      }
    });

    test('needs a code', async () => {
      const { check } = await begin();
      const wrong = (kind: string) => ({ ok: false, error: { fields: [{ field: 'code', kind }] } });
      expect(await check('  ')).toMatchObject(wrong('missing'));
      expect(await check('1'.repeat(101))).toMatchObject(wrong('too-long'));
    });

    test('still yes when all that leads to the person is deleted', async () => {
      const { town, check, code } = await begin();
      await town.tools.db.kysely.deleteFrom('outbox').execute();
      expect(must(await check(code)).answer).toMatchObject({ topic: 'test' });
    });
  });

  describe('the answer that her browser keeps', () => {
    test('is opened for ten minutes, and by nobody made up', async () => {
      const { town, check, code } = await begin();
      const yes = must(await check(code)).sealed;
      const no = must(await check('000000000000')).sealed;
      const opened = () => [yes, no].map((sealed) => town.services.messageAnswer(sealed));
      expect(opened()).toEqual([expect.objectContaining({ topic: 'test' }), null]);
      for (const strange of [
        undefined,
        '',
        yes.slice(2),
        `${yes.slice(0, -3)}${yes.endsWith('AAA') ? 'BBB' : 'AAA'}`,
        'x'.repeat(5000),
      ]) {
        expect(town.services.messageAnswer(strange)).toBeUndefined();
      }
      await town.wait(10 * minute);
      expect(opened()[1]).toBeNull();
      await town.wait(1);
      expect(opened()).toEqual([undefined, undefined]);
    });
  });

  describe('a stranger', () => {
    test('may ask often from one network within an hour, not without end, and each network counts for itself', async () => {
      const { town, code } = await begin();
      const ask = (network: string) => town.services.checkMessage({ fields: { code }, network });
      const asked = await Promise.all(Array.from({ length: 31 }, () => ask('203.0.113.7')));
      expect(asked.filter(({ ok }) => ok)).toHaveLength(30);
      expect(await ask('203.0.113.7')).toMatchObject({ error: { kind: 'too-many-tries', numbers: { minutes: 1 } } });
      expect((await ask('198.51.100.9')).ok).toBe(true);
      await town.wait(minute);
      expect((await ask('203.0.113.7')).ok).toBe(true);
    });
  });
});
