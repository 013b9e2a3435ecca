import { expect, test } from 'vitest';
import { shippedPolicies } from '#core/policy/policies.ts';
import type { Database } from '#server/db/database.ts';
import { breakable } from '#tests/support/breaking-database.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { folderOf } from '#tests/support/round.ts';
import { hour, makeTown, must, operator } from '#tests/support/town.ts';
import { afternoon, drawDay, onePlaceAt } from '#tests/support/town-acts.ts';
import { makeWitness } from '#tests/support/witness.ts';
import { verifyFiles } from '../../scripts/verify-draw/verify-folder.ts';

const ana = makeWitness('ana');
/** Far more than any act has: none breaks any more. */
const mostStatements = 500;

/** All of the day's draw that is committed. */
async function committed({ kysely }: Pick<Database, 'kysely'>) {
  const [pools, draws, parties, offers, messages] = await Promise.all([
    kysely.selectFrom('pools').select(['day', 'state']).orderBy('day').execute(),
    kysely.selectFrom('draws').select(['announcement', 'resultHash', 'summary']).execute(),
    kysely.selectFrom('drawParties').selectAll().orderBy('ordinal').execute(),
    kysely.selectFrom('offers').select(['requestId', 'port', 'slotLocal']).orderBy('requestId').execute(),
    kysely.selectFrom('outbox').select(['kind', 'registrationId']).orderBy('registrationId').execute(),
  ]);
  return { pools, draws, parties, offers, messages };
}

eachDatabase((_name, open) => {
  test('a crash at any statement from the close to the last signature loses nothing and does nothing twice', async () => {
    const real = await open();
    const { database, breakAt, hasBroken } = breakable(real);
    const town = await makeTown(database, afternoon, { policies: shippedPolicies, witnesses: [ana.known] });
    must(await ana.join(town));
    await onePlaceAt(town, 'laredo');
    for (const name of ['one', 'two']) must(await town.ask(await town.registered(name, 'laredo')));
    const announcements = new Set<string>();

    /** Dies at the first statement, then at the second, and so on, from each state anew, until it lives to the end. */
    const survive = async (act: () => Promise<unknown>): Promise<number> => {
      let crashes = 0;
      let before = JSON.stringify(await committed(real));
      for (let statement = 1; statement < mostStatements; statement += 1) {
        breakAt(statement);
        await act().catch((error: unknown) => {
          if (!hasBroken()) throw error;
        });
        const isOver = !hasBroken();
        breakAt(null);
        const after = await committed(real);
        for (const { announcement } of after.draws) announcements.add(announcement);
        if (isOver) return crashes;
        crashes += 1;
        if (JSON.stringify(after) !== before) statement = 0;
        before = JSON.stringify(after);
      }
      throw new Error(`expected it to live with ${mostStatements} statements`);
    };

    let step = 20 * hour;
    const close = await survive(() => {
      const due = town.wait(step);
      step = 0;
      return due;
    });
    const announcementHash = (await town.services.releaseView(operator))?.announcementHash ?? '';
    const release = async (name: string) => {
      const signedIn = { issuer: 'https://idp.example', subject: name, email: `${name}@puente.example` };
      const { accountId: actor } = await town.services.arrive({ signedIn, locale: 'en' });
      return survive(() => town.services.releaseDraw({ actor, announcementHash }));
    };
    const releases = (await release('one')) + (await release('two'));
    const sign = await survive(() => ana.signAnnouncement(town, drawDay));
    const reveal = await survive(() => ana.reveal(town, drawDay, 1));
    const draw = await survive(() => town.wait(0));
    const result = await survive(() => ana.signSummary(town, drawDay));
    // Each really broke at all of its statements: a reveal has three.
    expect([close > 30, releases > 15, sign > 5, reveal >= 3, draw > 30, result > 3]).not.toContain(false);

    expect(announcements.size).toBe(1);
    const { pools, offers, messages } = await committed(real);
    expect(pools).toEqual([{ day: drawDay, state: 'drawn' }]);
    expect(offers).toHaveLength(1);
    expect(messages.map(({ kind }) => kind).toSorted()).toEqual(['not-chosen', 'offer']);
    expect((await town.services.publishedDraw(drawDay))?.stage).toBe('cosigned-result');
    expect(verifyFiles(await folderOf(town, drawDay, true))).toMatchObject({ verdict: 'same' });
  });
});
