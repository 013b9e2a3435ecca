import { describe, expect, test } from 'vitest';
import type { Instant } from '#core/time/instant.ts';
import type { Captcha } from '#server/captcha/contract.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { inside, makeTown, must, operator } from '#tests/support/town.ts';
import { ask } from './ask.ts';
import { completeAssistance } from './assistance.ts';
import { currentPool } from './current-pool.ts';
import type { Tools } from './tools.ts';

/** Three in the afternoon, Eastern: the pool of 11 March is open until 11:00 the next morning. */
const afternoon = '2027-03-10T15:00:00-05:00';

eachDatabase((_name, open) => {
  const begin = async () => makeTown(await open(), afternoon);

  describe('at the same moment', () => {
    test('staff and the schedule of every process draw: one does, the others find it done', async () => {
      const town = await begin();
      must(await town.ask(await town.registered('marie')));
      must(await town.services.closePool({ actor: operator }));
      const draws = await Promise.all([1, 2, 3].map(() => town.services.drawPool({ actor: operator })));
      expect(draws.filter((draw) => draw.ok)).toHaveLength(1);
      expect(draws.find((draw) => !draw.ok)).toMatchObject({ error: { kind: 'pool-not-closed' } });
    });
  });

  describe('the window', () => {
    test('ends at its second, even before the schedule comes by', async () => {
      const town = await begin();
      const [early, late] = [await town.registered('early'), await town.registered('late')];
      const at = (time: string): Tools => ({ ...town.tools, now: () => Date.parse(time) as Instant });
      const asking = { place: inside, captchaAnswer: 'sandbox-pass', signals: {} };
      must(await ask(at('2027-03-11T10:59:59.999-05:00'), { ...asking, applicant: early, repeatKey: 'early' }));
      const closed = at('2027-03-11T11:00:00-05:00');
      expect(await ask(closed, { ...asking, applicant: late, repeatKey: 'late' })).toMatchObject({
        error: { kind: 'window-closed' },
      });
      expect(await currentPool(closed)).toBeNull();
      const { code } = must(await town.services.requestAssistance({ applicant: late, step: 'ask' }));
      expect(await completeAssistance(closed, { actor: operator, code })).toMatchObject({
        error: { kind: 'window-closed' },
      });
    });
  });

  describe('a repeat after a crash', () => {
    test('of asking gets the first answer, though its check against robots is used up', async () => {
      const town = await begin();
      const person = await town.registered('marie');
      const used = new Set<string>();
      const captcha: Captcha = {
        ...town.tools.captcha,
        async verify(answer = '') {
          if (used.has(answer)) return { ok: false, error: { kind: 'captcha-missing' } };
          used.add(answer);
          return { ok: true, value: 'passed' };
        },
      };
      const asking = { applicant: person, place: inside, captchaAnswer: 'once', signals: {}, repeatKey: 'k' };
      const tools = { ...town.tools, captcha };
      const first = await ask(tools, asking);
      expect(first).toEqual({ ok: true, value: { day: '2027-03-11' } });
      expect(await ask(tools, asking)).toEqual(first);
      must(await town.services.closePool({ actor: operator }));
      expect(await ask(tools, asking)).toEqual(first);
    });
  });
});
