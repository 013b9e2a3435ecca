import type { LocalDay } from '#core/time/instant.ts';
import { findAnnounced, keepDrandSignature } from '#server/db/repositories/draws.ts';
import { announcementOf } from './round.ts';
import type { Tools } from './tools.ts';

/**
 * Takes the signature of the round that this day's draw waits for, if any, once it is out. Where nobody has it, it is asked
 * for again the next minute: the draw waits, since a round that was announced can't be replaced.
 */
export async function takeDrandRound(tools: Tools, day: LocalDay): Promise<void> {
  const draw = await findAnnounced(tools.db.kysely, day);
  const round = draw && announcementOf(draw.announcement).drandRound;
  if (!round || draw.drandSignature !== null) return;
  if (!tools.beacon) throw new Error(`the draw of ${day} waits for drand's round ${round}: set BEACON again`);
  const signature = await tools.beacon.signatureOf(round);
  if (signature.ok) await keepDrandSignature(tools.db.kysely, day, signature.value);
}
