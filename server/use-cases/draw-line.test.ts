import { describe, expect, test } from 'vitest';
import type { PortCode } from '#core/ids.ts';
import { eachDatabase } from '#tests/support/databases.ts';
import { hour, makeTown, must, operator } from '#tests/support/town.ts';
import { onePlaceAt } from '#tests/support/town-acts.ts';
import { linesAt } from './draw-line.ts';

const [laredo, nogales] = ['laredo', 'nogales'] as PortCode[];
if (!laredo || !nogales) throw new Error('expected two ports');
/** Band 0 is who registered before the first of these, band 2 who did since the second. */
const bands = ['2026-05-02T00:00:00Z', '2026-09-01T00:00:00Z'];

describe('how far the places by date reached at a port', () => {
  const at = (oldest: { readonly band: number; readonly position: number }, band: number) =>
    linesAt({ ports: [laredo], band }, { bands, lastPositions: { laredo: { oldest, shuffled: 9 } } });

  test('is told by a number to who registered in the days of the cut-off', () => {
    const line = { port: 'laredo', before: null, belowByDate: 7, belowByLot: 9 };
    expect(at({ band: 1, position: 7 }, 1)).toEqual([line]);
  });

  test('is told by a day to who registered later: that on which the days of the cut-off end', () => {
    const line = { port: 'laredo', belowByDate: null, belowByLot: 9 };
    expect(at({ band: 0, position: 7 }, 2)).toEqual([{ ...line, before: '2026-05-02' }]);
    expect(at({ band: 1, position: 7 }, 2)).toEqual([{ ...line, before: '2026-09-01' }]);
  });

  test('is told by neither where the end of those days is not known', () => {
    expect(at({ band: 2, position: 7 }, 1)).toMatchObject([{ before: null, belowByDate: null }]);
  });

  test('is told of her own ports alone, in her order, and of none that turned nobody away', () => {
    const cut = { oldest: { band: 0, position: 2 }, shuffled: 3 };
    const lastPositions = { laredo: cut, nogales: cut, hidalgo: cut };
    const ports = [nogales, laredo];
    expect(linesAt({ ports, band: 0 }, { bands, lastPositions }).map(({ port }) => port)).toEqual(ports);
    const full = { ...lastPositions, laredo: { oldest: null, shuffled: null } };
    expect(linesAt({ ports, band: 0 }, { bands, lastPositions: full }).map(({ port }) => port)).toEqual([nogales]);
  });
});

eachDatabase((_name, open) => {
  test('her line stays while she waits in the next draw, and goes with one that gives her a place', async () => {
    const town = await makeTown(await open(), '2027-03-10T15:00:00-05:00');
    const { services } = town;
    const people = [await town.registered('one', laredo), await town.registered('two', laredo)];
    await onePlaceAt(town, laredo, '2027-03-21');
    for (const person of people) must(await town.ask(person, { isStanding: true }));
    await town.wait(20.5 * hour);
    const isFirst = people[0] && (await town.standing(people[0])).step === 'offered';
    const [holder, next] = isFirst ? people : people.toReversed();
    if (!holder || !next) throw new Error('expected two people');
    must(await town.confirm(holder));
    expect(await services.drawLine(holder.accountId)).toBeNull();
    const line = await services.drawLine(next.accountId);
    expect(line).toMatchObject({ day: '2027-03-11', position: 2, total: 2 });

    await town.wait(hour);
    expect(await town.standing(next)).toMatchObject({ step: 'waiting', day: '2027-03-12' });
    expect(await services.drawLine(next.accountId)).toEqual(line);
    must(await services.withdraw({ applicant: next, what: 'today' }));
    expect(await services.drawLine(next.accountId)).toEqual(line);
    must(await town.ask(next));
    must(await services.closePool({ actor: operator }));
    expect(await town.standing(next)).toMatchObject({ step: 'closed', day: '2027-03-12' });
    expect(await services.drawLine(next.accountId)).toEqual(line);
    must(await services.drawPool({ actor: operator }));
    const found = await town.standing(next);
    if (found.step !== 'offered') throw new Error(`expected an offer, found ${found.step}`);
    must(await services.declineOffer({ applicant: next, offerId: found.offer.id }));
    expect(await town.standing(next)).toMatchObject({ step: 'registered' });
    expect(await services.drawLine(next.accountId)).toBeNull();
  });
});
