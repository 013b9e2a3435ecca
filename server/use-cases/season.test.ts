import { describe, expect, test } from 'vitest';
import { parseSeason } from '#core/draw/season.ts';
import type { KnownWitness } from '#server/services/draws.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { signAndReveal } from '#tests/support/round.ts';
import { hour, makeTown, minute, must, type Town } from '#tests/support/town.ts';
import { afternoon, drawDay } from '#tests/support/town-acts.ts';
import { makeWitness } from '#tests/support/witness.ts';

const [ana, bo] = [makeWitness('ana'), makeWitness('bo')];
const anew = { ana: makeWitness('ana', 'another chain'), bo: makeWitness('bo', 'yet another') };

const parties = async ({ services }: Town) => (await services.season())?.parties.map(({ name }) => name);

eachDatabase((_name, open) => {
  const begin = async (...witnesses: readonly KnownWitness[]) => makeTown(await open(), afternoon, { witnesses });

  describe('a season', () => {
    test('of the operator alone is public before its first draw', async () => {
      const town = await begin();
      const { text = '' } = (await town.services.seasonFile('season.json')) ?? {};
      expect(must(parseSeason(text)).parties.map(({ name }) => name)).toEqual(['operator']);
    });

    test('begins when all whom the operator lists have joined, in the order of the list', async () => {
      const town = await begin(ana.known, bo.known);
      must(await bo.join(town));
      expect(await town.services.season()).toBeNull();
      must(await ana.join(town));
      must(await ana.join(town));
      expect(await parties(town)).toEqual(['operator', 'ana', 'bo']);
      expect((await town.services.season())?.parties[1]).toEqual({
        name: 'ana',
        key: ana.known.key,
        tip: ana.secret(0),
        escrow: { threshold: 2, trustees: 3 },
      });
    });

    test('is the operator’s alone where one who is listed is not there at the close, until all are', async () => {
      const town = await begin(ana.known, bo.known);
      must(await ana.join(town));
      await town.wait(20 * hour);
      expect(await parties(town)).toEqual(['operator']);
      expect((await town.services.publishedDraw(drawDay))?.stage).toBe('cosigned-result');
      must(await bo.join(town));
      expect(await town.services.season()).toMatchObject({ season: 2 });
      expect(await parties(town)).toEqual(['operator', 'ana', 'bo']);
    });

    test('goes on until each of its witnesses brings a chain that no season had: of a used one the secrets are out', async () => {
      const town = await begin(ana.known, bo.known);
      for (const witness of [ana, bo]) must(await witness.join(town));
      await town.wait(20 * hour);
      must(await anew.ana.join(town));
      expect(await town.services.season()).toMatchObject({ season: 1 });
      // The draw that is announced stays in its season.
      must(await anew.bo.join(town));
      expect(await town.services.season()).toMatchObject({ season: 2 });
      await signAndReveal(town, [ana, bo], { day: drawDay, draw: 1 });
      await town.wait(minute);
      expect(await town.services.publishedDraw(drawDay)).toMatchObject({ draw: 1, stage: 'drawn' });
      await town.wait(hour);
      await town.wait(23 * hour);
      expect(await town.services.drawNow()).toMatchObject({ day: '2027-03-12', draw: 1, stage: 'cosigning' });
      for (const witness of [ana, bo]) expect(await witness.join(town)).toMatchObject({ error: { kind: 'tip-used' } });
    });

    test('is joined by nobody else', async () => {
      const town = await begin(ana.known);
      expect(await bo.join(town)).toMatchObject({ error: { kind: 'witness-unknown' } });
      const thief = { ...bo.known, name: 'ana' };
      const join = { tip: bo.secret(0), length: 9, escrow: null };
      expect(await town.services.joinSeason({ by: thief, ...join })).toMatchObject({
        error: { kind: 'witness-unknown' },
      });
      expect(await town.services.season()).toBeNull();
    });
  });
});
