import { describe, expect, test } from 'vitest';
import { addDays } from '#core/time/day.ts';
import type { LocalDay } from '#core/time/instant.ts';
import type { DrawFile } from '#server/services/draws.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { folderOf, signAndReveal } from '#tests/support/round.ts';
import { hour, makeTown, minute, must, operator, type Town } from '#tests/support/town.ts';
import { afternoon, drawDay, onePlaceAt } from '#tests/support/town-acts.ts';
import { makeWitness } from '#tests/support/witness.ts';
import { verifyFiles } from '../../scripts/verify-draw/verify-folder.ts';

const nextDay = addDays(drawDay, 1);
const slotsPast = 11 * 24 * hour;
const [ana, bo] = [makeWitness('ana'), makeWitness('bo')];
const other = makeWitness('eve');

const stageOf = async ({ services }: Town, day: LocalDay = drawDay) => (await services.publishedDraw(day))?.stage;

eachDatabase((_name, open) => {
  /** Both witnesses have joined, and one person has asked. */
  const begin = async () => {
    const town = await makeTown(await open(), afternoon, { witnesses: [ana.known, bo.known] });
    must(await ana.join(town));
    must(await bo.join(town));
    return town;
  };
  /** Closed in the morning. */
  const announced = async () => {
    const town = await begin();
    const person = await town.registered('marie', 'nogales');
    must(await town.ask(person));
    await town.wait(20 * hour);
    return { town, person };
  };

  describe('a draw with witnesses', () => {
    test('is signed by all, then revealed by all, then drawn, then signed again, and each step is public', async () => {
      const { town, person } = await announced();
      const { services } = town;
      const names = async () => (await services.publishedDraw(drawDay))?.files;
      expect(await services.drawNow()).toEqual({
        day: drawDay,
        draw: 1,
        stage: 'cosigning',
        waitsFor: ['ana', 'bo'],
      });
      expect(await names()).toEqual(['announcement.json', 'season.json', 'draws.tsv']);
      expect(await services.drawPool({ actor: operator })).toMatchObject({ error: { kind: 'draw-waits' } });

      must(await ana.signAnnouncement(town, drawDay));
      expect(await services.drawNow()).toMatchObject({ stage: 'cosigning', waitsFor: ['bo'] });
      expect(await ana.reveal(town, drawDay, 1)).toMatchObject({ error: { kind: 'too-early' } });
      must(await bo.signAnnouncement(town, drawDay));
      expect(await services.drawNow()).toMatchObject({ stage: 'revealing', waitsFor: ['ana', 'bo'] });
      expect(await names()).toContain('cosignatures.json');
      // The operator has no second look: it revealed when the last of them signed.
      const { text } = must(await services.drawFile({ day: drawDay, name: 'reveals.json', isWitness: false }));
      expect(JSON.parse(text)).toMatchObject({ reveals: [expect.stringMatching(/^[0-9a-f]{64}$/), null, null] });

      must(await bo.reveal(town, drawDay, 1));
      await town.wait(minute);
      expect(await services.drawPool({ actor: operator })).toMatchObject({ error: { kind: 'draw-waits' } });
      expect(await services.drawView()).toMatchObject({ pool: { day: drawDay, state: 'closed' }, waitsFor: ['ana'] });
      expect(await ana.signSummary(town, drawDay).catch(() => 'nothing to sign')).toBe('nothing to sign');

      must(await ana.reveal(town, drawDay, 1));
      await town.wait(minute);
      expect(await town.standing(person)).toMatchObject({ step: 'offered' });
      expect(await stageOf(town)).toBe('drawn');
      must(await ana.signSummary(town, drawDay));
      must(await bo.signSummary(town, drawDay));
      expect(await stageOf(town)).toBe('cosigned-result');

      expect(await names()).not.toContain('pool.tsv');
      expect(verifyFiles(await folderOf(town, drawDay, true))).toMatchObject({ verdict: 'same' });
      await town.wait(slotsPast);
      expect(await stageOf(town)).toBe('released');
      const folder = await folderOf(town, drawDay);
      expect(verifyFiles(folder)).toMatchObject({ verdict: 'same' });
      expect(folder.has('cosignatures.json') && folder.has('draws.tsv')).toBe(true);
    });

    test('waits for a secret as long as it takes; the next window stays open past its time, and nothing closes', async () => {
      const { town, person } = await announced();
      const { services } = town;
      const late = await town.registered('late', 'nogales');
      for (const witness of [ana, bo]) must(await witness.signAnnouncement(town, drawDay));
      must(await ana.reveal(town, drawDay, 1));

      await town.wait(2 * hour);
      expect(await services.openPool()).toMatchObject({ day: nextDay });
      await town.wait(24 * hour);
      expect(await services.openPool()).toMatchObject({ day: nextDay });
      expect(must(await town.ask(late))).toEqual({ day: nextDay });
      expect(await services.closePool({ actor: operator })).toMatchObject({ error: { kind: 'draw-waits' } });
      expect(await services.drawNow()).toMatchObject({ day: drawDay, stage: 'revealing', waitsFor: ['bo'] });
      expect(await town.standing(person)).toMatchObject({ step: 'closed' });

      // Whoever has recovered it from escrow brings it.
      must(await services.revealSecret({ day: drawDay, reveal: bo.secret(1) }));
      await town.wait(minute);
      expect(await town.standing(person)).toMatchObject({ step: 'offered' });
      expect(await services.drawNow()).toMatchObject({ day: nextDay, draw: 2, stage: 'cosigning' });
      await signAndReveal(town, [ana, bo], { day: nextDay, draw: 2 });
      await town.wait(minute);
      expect(await town.standing(late)).toMatchObject({ step: 'offered' });
      for (const witness of [ana, bo]) must(await witness.signSummary(town, nextDay));
      expect(verifyFiles(await folderOf(town, nextDay, true))).toMatchObject({ verdict: 'same' });
      expect(await services.openPool()).toMatchObject({ day: addDays(drawDay, 2) });
    });

    test('who asks each day and was not chosen in a draw that waited is in the pool that opened meanwhile', async () => {
      const town = await begin();
      const [one, two] = [await town.registered('one', 'laredo'), await town.registered('two', 'laredo')];
      await onePlaceAt(town, 'laredo');
      for (const person of [one, two]) must(await town.ask(person, { isStanding: true }));
      await town.wait(22 * hour);
      expect((await town.services.openPool())?.day).toBe(nextDay);
      await signAndReveal(town, [ana, bo], { day: drawDay, draw: 1 });
      await town.wait(minute);
      await town.wait(minute);
      const steps = await Promise.all([one, two].map(town.standing));
      expect(steps.map(({ step }) => step).sort()).toEqual(['offered', 'waiting']);
    });

    test.each([
      ['an unknown day', { day: '2027-01-01' }, 'draw-unknown'],
      ['somebody who is no party', { by: other.known }, 'not-a-party'],
      ['a party’s name with another key', { by: { name: 'ana', key: other.known.key } }, 'not-a-party'],
      ['the operator’s name', { by: { name: 'operator', key: other.known.key } }, 'not-a-party'],
      ['a signature of something else', { signature: ana.signed('something else') }, 'signature-wrong'],
      ['no signature', { signature: 'x' }, 'signature-wrong'],
      ['one without the registrations’ root', { registrationsSignature: ana.signed('else') }, 'signature-wrong'],
    ])('%s signs no announcement', async (_, change, kind) => {
      const { town } = await announced();
      const { text } = must(await town.services.drawFile({ day: drawDay, name: 'announcement.json', isWitness: true }));
      const input = { by: ana.known, day: drawDay, signature: ana.signed(text), registrationsSignature: '', ...change };
      expect(await town.services.signAnnouncement(input as typeof input & { day: LocalDay })).toMatchObject({
        error: { kind },
      });
      expect(await town.services.drawNow()).toMatchObject({ stage: 'cosigning', waitsFor: ['ana', 'bo'] });
    });

    test.each([
      ['another secret of the chain', ana.secret(2)],
      ['the tip', ana.secret(0)],
      ['half of it', ana.secret(1).slice(0, 32)],
      ['capitals', ana.secret(1).toUpperCase()],
      ['nothing', ''],
    ])('%s is no reveal', async (_, reveal) => {
      const { town } = await announced();
      for (const witness of [ana, bo]) must(await witness.signAnnouncement(town, drawDay));
      const { services } = town;
      expect(await services.revealSecret({ day: drawDay, reveal })).toMatchObject({ error: { kind: 'reveal-wrong' } });
      expect(await services.drawNow()).toMatchObject({ waitsFor: ['ana', 'bo'] });
      // The right one twice is the right one.
      must(await ana.reveal(town, drawDay, 1));
      must(await ana.reveal(town, drawDay, 1));
    });

    test('that comes too late is postponed into the open pool; the next one names its secrets, once they are there', async () => {
      const { town, person } = await announced();
      const { services } = town;
      await town.wait(2 * hour);
      await town.wait(9 * 24 * hour);
      await town.wait(minute);
      expect(await stageOf(town)).toBe('postponed');
      expect(await town.standing(person)).toMatchObject({ step: 'waiting' });
      expect(await services.drawNow()).toMatchObject({ day: drawDay, stage: 'cosigning' });
      await signAndReveal(town, [ana, bo], { day: drawDay, draw: 1 });
      await town.wait(minute);
      const now = await services.drawNow();
      expect(now).toMatchObject({ draw: 2, stage: 'cosigning' });
      const day = now?.day ?? drawDay;
      await signAndReveal(town, [ana, bo], { day, draw: 2 });
      await town.wait(minute);
      expect(await town.standing(person)).toMatchObject({ step: 'offered' });
      for (const witness of [ana, bo]) must(await witness.signSummary(town, day));
      expect(verifyFiles(await folderOf(town, day, true))).toMatchObject({ verdict: 'same' });
      const { text = '' } = (await services.seasonFile('draws.tsv')) ?? {};
      expect(text.split('\n').map((line) => line.split('\t').slice(0, 2).join(' '))).toEqual([
        `1 ${drawDay}`,
        `2 ${day}`,
        '',
      ]);
    });
  });

  describe('a draw of the operator alone', () => {
    test('is signed by it, and what anybody downloads when the slots are past is verified', async () => {
      const town = await makeTown(await open(), afternoon);
      expect(await town.services.seasonFile('season.json')).not.toBeNull();
      must(await town.ask(await town.registered('marie', 'nogales', 'laredo')));
      await town.wait(20 * hour);
      expect(await stageOf(town)).toBe('cosigned-result');
      const get = (name: DrawFile) => town.services.drawFile({ day: drawDay, name, isWitness: false });
      for (const name of ['pool.tsv', 'capacity.json', 'result.tsv', 'freed.txt', 'slot-key'] as const)
        expect(await get(name)).toMatchObject({ error: { kind: 'not-public' } });
      await town.wait(slotsPast);
      expect(verifyFiles(await folderOf(town, drawDay))).toMatchObject({ verdict: 'same' });
      expect(await get('slot-key')).toMatchObject({ error: { kind: 'not-public' } });
    });
  });
});
