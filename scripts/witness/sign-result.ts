import type { Instant } from '#core/time/instant.ts';
import { type Acting, filesOf, refused, type Seen, taken } from './at-hand.ts';
import { checkResult } from './check-result.ts';
import { checkAllSigned } from './check-signatures.ts';
import { differs } from './refusal.ts';

/** Section 5: makes the whole draw again, slots and all, and signs its summary. */
export async function signResult({ witness, operator, at }: Acting, now: Instant): Promise<Seen> {
  const { day, announcement, announcementText, season } = at;
  const { draw } = announcement;
  const names = ['cosignatures.json', 'pool.tsv', 'capacity.json', 'draw.json', 'summary.json', 'slot-key'] as const;
  const files = await filesOf(operator, day, names);
  if (!files.ok) return files.error;
  const signed = checkAllSigned(announcementText, files.value['cosignatures.json'], season);
  if (!signed.ok) return refused(day, signed.error).error;
  const summary = files.value['summary.json'];
  const result = checkResult({
    announcement: announcementText,
    pool: files.value['pool.tsv'],
    capacity: files.value['capacity.json'],
    draw: files.value['draw.json'],
    summary,
    slotKey: files.value['slot-key'].trim(),
  });
  if (!result.ok) return refused(day, result.error).error;
  const kept = witness.log.keep({ act: 'result', draw, day, hash: result.value, size: 0 }, now);
  if (kept.hash !== result.value) return refused(day, differs('second-result', kept.hash, result.value).error).error;
  const answer = await operator.signSummary(day, witness.key.sign(summary));
  return taken(answer, day, { kind: 'signed-result', day, draw });
}
