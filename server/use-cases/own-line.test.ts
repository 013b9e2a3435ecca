import { describe, expect, test } from 'vitest';
import { parseAnnouncement } from '#core/draw/announcement.ts';
import { isInTree } from '#core/draw/audit-path.ts';
import { checkPromise, parsePromise } from '#core/draw/promise.ts';
import { parseSeason } from '#core/draw/season.ts';
import type { Applicant } from '#server/services.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, makeTown, must, type Town } from '#tests/support/town.ts';
import { afternoon, drawDay, onePlaceAt } from '#tests/support/town-acts.ts';
import { isSignedBy } from './ed25519.ts';

const owned = async ({ services }: Town, { accountId }: Applicant, day: typeof drawDay | null = null) => {
  const own = await services.ownLine(accountId, day);
  if (!own) throw new Error('expected her line');
  return own;
};

eachDatabase((_name, open) => {
  describe('what she gets of a draw', () => {
    test('on asking: a promise that the operator signed; none before she asked', async () => {
      const town = await makeTown(await open(), afternoon);
      const person = await town.registered('marie', 'nogales', 'laredo');
      expect(await town.services.ownLine(person.accountId, null)).toBeNull();
      must(await town.ask(person));
      const { promise, promiseSignature, season, closed, drawn } = await owned(town, person);
      expect(must(parsePromise(promise))).toMatchObject({
        day: drawDay,
        ports: ['nogales', 'laredo'],
        size: 1,
        lastAnnouncement: '0'.repeat(64),
      });
      const [operator] = must(parseSeason(season ?? '')).parties;
      expect(isSignedBy(operator?.key ?? '', promise, promiseSignature)).toBe(true);
      expect(isSignedBy(operator?.key ?? '', promise.replace('laredo', 'roma'), promiseSignature)).toBe(false);
      expect([closed, drawn]).toEqual([null, null]);
      must(await town.services.withdraw({ applicant: person, what: 'today' }));
      expect(await town.services.ownLine(person.accountId, null)).toBeNull();
    });

    test('after the draw: her line and its path, which keep the promise; her ticket, and her slot where she has one', async () => {
      const town = await makeTown(await open(), afternoon);
      const people = [await town.registered('one', 'laredo'), await town.registered('two', 'laredo')];
      await onePlaceAt(town, 'laredo');
      for (const person of people) must(await town.ask(person));
      await town.wait(20 * hour);
      const outcomes: string[] = [];
      for (const person of people) {
        const { promise, closed, drawn, season } = await owned(town, person);
        if (!closed || !drawn) throw new Error('expected a draw');
        const announcement = must(parseAnnouncement(closed.announcement));
        must(checkPromise(must(parsePromise(promise)), { ...closed, announcement }));
        const [operator] = must(parseSeason(season ?? '')).parties;
        expect(isSignedBy(operator?.key ?? '', closed.announcement, closed.signatures[0] ?? '')).toBe(true);
        expect(isSignedBy(operator?.key ?? '', drawn.summary, drawn.signatures[0] ?? '')).toBe(true);
        const { slotRoot } = JSON.parse(drawn.summary) as { readonly slotRoot: string };
        expect(drawn.slot !== null && isInTree({ ...drawn.slot, root: slotRoot })).toBe(drawn.outcome !== '-');
        outcomes.push((await town.standing(person)).step, drawn.outcome);
      }
      expect(outcomes.toSorted()).toEqual(['-', 'laredo shuffled', 'offered', 'registered'].toSorted());
    });

    test('of an earlier draw too; each promise names the announcement before', async () => {
      const town = await makeTown(await open(), afternoon);
      const [one, two] = [await town.registered('one', 'laredo'), await town.registered('two', 'laredo')];
      await onePlaceAt(town, 'laredo');
      for (const person of [one, two]) must(await town.ask(person));
      await town.wait(21 * hour);
      const loser = (await town.standing(one)).step === 'registered' ? one : two;
      must(await town.ask(loser));
      const before = await owned(town, loser, drawDay);
      expect(before.drawn?.outcome).toBe('-');
      const { promise } = await owned(town, loser);
      const announcementHash = (await town.services.publishedDraw(drawDay))?.announcementHash;
      expect(must(parsePromise(promise))).toMatchObject({ day: '2027-03-12', lastAnnouncement: announcementHash });
    });
  });
});
