import { expect } from 'vitest';
import { parseFreed } from '#core/draw/freed-log.ts';
import { firstFreedDifference } from '#core/draw/freed-places.ts';
import { parseInputs } from '#core/draw/inputs.ts';
import type { Database } from '#server/db/database.ts';
import { findDraw } from '#server/db/repositories/draws.ts';
import { freedText } from '#server/use-cases/freed-places.ts';

/** Each draw's log of places that came back follows from what the draw published. */
export async function logsRecompute({ kysely: db }: Database): Promise<void> {
  const drawn = await db.selectFrom('draws').select('day').where('drawnAt', 'is not', null).execute();
  for (const { day: of } of drawn) {
    const { pool = '', capacity = '', announcement = '', result, resultHash } = (await findDraw(db, of)) ?? {};
    const inputs = parseInputs({ pool, capacity, announcement });
    const log = parseFreed(await freedText(db, of));
    if (!inputs.ok || !log.ok) throw new Error(`the draw of ${of} or its log is malformed`);
    const file = { requests: inputs.value.requests, result: result ?? '', resultHash: resultHash ?? '' };
    expect(firstFreedDifference(file, log.value), `the log of ${of}`).toBeUndefined();
  }
}
