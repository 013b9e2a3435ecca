import { describe, expect, test } from 'vitest';
import type { Message } from '#server/notify/contract.ts';
import { createSandboxMailbox } from '#server/notify/sandbox-mailbox.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, makeTown, minute, must, operator } from '#tests/support/town.ts';
import { deliverNotices } from './deliver-notices.ts';

/** Three in the afternoon, Eastern: the pool of 11 March is open until 11:00 the next morning. */
const afternoon = '2027-03-10T15:00:00-05:00';

eachDatabase((_name, open) => {
  const begin = async () => {
    const town = await makeTown(await open(), afternoon);
    const delivered: Message[] = [];
    const notify = createSandboxMailbox({ deliver: async (message) => void delivered.push(message) });
    const { db, vault, now } = town.tools;
    const words = ({ kind }: { readonly kind: string }) => ({ subject: kind, text: '' });
    const deliver = () => deliverNotices({ db, vault, now, notify, words });
    const told = () => delivered.splice(0).map(({ to, subject }) => `${to.split('@')[0]} ${subject}`);
    return { town, deliver, told };
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
      const { town, deliver, told } = await begin();
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

      const account = kysely.selectFrom('accounts').select('emailSealed').where('id', '=', ben.accountId);
      const { emailSealed } = await account.executeTakeFirstOrThrow();
      const store = (sealed: Uint8Array) =>
        kysely.updateTable('accounts').set({ emailSealed: sealed }).where('id', '=', ben.accountId).execute();
      await store(emailSealed.toReversed());
      await expect(deliver()).rejects.toThrow();
      expect(told().sort()).toEqual(['ana offer', 'cleo offer']);
      await store(emailSealed);
      await town.wait(hour);
      await deliver();
      expect(told()).toEqual(['ben offer']);
    });
  });
});
