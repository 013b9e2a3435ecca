import { chainSecret, tipBelow } from '#core/draw/chain.ts';
import { toHex } from '#core/draw/hash.ts';
import type { Instant } from '#core/time/instant.ts';
import { nodeHash } from '../verify-draw/node-hash.ts';
import { type Acting, refused, type Seen, taken } from './at-hand.ts';
import { checkAllSigned } from './check-signatures.ts';
import { differs } from './refusal.ts';

/** Section 2.3: opens the secret of this draw, and only once all have signed its announcement. */
export async function reveal({ witness, operator, at }: Acting, now: Instant): Promise<Seen> {
  const { day, announcement, announcementText, announcementHash, season } = at;
  const { draw, parties } = announcement;
  const signed = checkAllSigned(announcementText, await operator.file(day, 'cosignatures.json'), season);
  if (!signed.ok) return refused(day, signed.error).error;
  // Written down anew by one that came back without its log: its own signature is among those of all.
  witness.log.keep({ act: 'announcement', draw, day, hash: announcementHash, size: 0 }, now);
  if (!witness.chain) return { kind: 'needs-trustees', day, draw };
  const secret = chainSecret(witness.chain, draw, nodeHash);
  const announced = parties.find(({ name }) => name === witness.deposit.name)?.tip ?? 'none';
  if (!secret.ok) {
    return refused(day, differs('wrong-draw-number', `${witness.chain.length} at most`, draw).error).error;
  }
  const opened = toHex(secret.value);
  const tip = tipBelow(opened, 1, nodeHash);
  if (tip !== announced) return refused(day, differs('wrong-tip', tip, announced).error).error;
  witness.log.keep({ act: 'reveal', draw, day, hash: tip, size: 0 }, now);
  return taken(await operator.reveal(day, opened), day, { kind: 'revealed', day, draw });
}
