import { ok, type Result } from '#core/draw/result.ts';
import { openDraw, type Seen } from './at-hand.ts';
import { checkAllSigned } from './check-signatures.ts';
import type { Deposit } from './escrow.ts';
import type { Operator } from './operator.ts';
import { differs, type Refusal } from './refusal.ts';

/**
 * That a witness's secret of a draw may be opened by its trustees: the draw is the one under way, and all have signed its
 * announcement. Gives the day. A trustee asks before she hands out a share, and whoever puts shares together asks again.
 */
export async function checkOpening(
  operator: Operator,
  deposit: Deposit,
  draw: number,
): Promise<Result<string, Refusal>> {
  const now = await operator.now();
  if (now?.draw !== draw) return differs('wrong-draw-number', `draw ${draw} under way`, now?.draw ?? 'none');
  const at = await openDraw({ deposit, log: nothingSigned, season: () => null }, operator, now.day);
  if (!at.ok) return { ok: false, error: refusalOf(at.error) };
  if (at.value.announcement.draw !== draw) return differs('wrong-draw-number', draw, at.value.announcement.draw);
  const cosignatures = await operator.file(now.day, 'cosignatures.json');
  const signed = checkAllSigned(at.value.announcementText, cosignatures, at.value.season);
  return signed.ok ? ok(now.day) : signed;
}

const nothingSigned = { entries: () => [] };

function refusalOf(seen: Seen): Refusal {
  if (seen.kind === 'refused') return seen.refusal;
  const detail = seen.kind === 'waits' ? `there is no ${seen.file}` : seen.kind;
  return { kind: 'not-all-signed', detail };
}
