import { isRoundSigned } from '#core/beacon/drand.ts';
import { parseAnnouncement } from '#core/draw/announcement.ts';
import { exactMembers, parseJson } from '#core/draw/canonical-json.ts';
import { toHex, utf8 } from '#core/draw/hash.ts';
import { ok, type Result } from '#core/draw/result.ts';
import { runDraw } from '#core/draw/run-draw.ts';
import { writeSummary } from '#core/draw/summary.ts';
import { nodeHash } from '../verify-draw/node-hash.ts';
import { differs, malformed, type Refusal, refuse } from './refusal.ts';

/** What the operator gives after the draw, as texts. */
export type GivenResult = {
  readonly announcement: string;
  readonly pool: string;
  readonly capacity: string;
  /** What it says was revealed. */
  readonly draw: string;
  readonly summary: string;
  /** 64 hex: with it the slots are recomputed, too. */
  readonly slotKey: string;
};

/** The whole draw again; gives the hash of its result file. The summary has to be what comes out, byte for byte. */
export function checkResult(given: GivenResult): Result<string, Refusal> {
  const openings = openingsOf(given.draw);
  if (!openings) return refuse('malformed', 'draw.json has no reveals');
  const drawn = runDraw({ ...given, ...openings }, nodeHash);
  if (!drawn.ok) return malformed('the draw', drawn.error);
  const { drandSignature } = openings;
  const announcement = parseAnnouncement(given.announcement);
  const round = announcement.ok ? announcement.value.drandRound : null;
  if (round !== null && !isRoundSigned(round, drandSignature ?? ''))
    return differs('drand-signature-wrong', `what drand's quicknet signed as round ${round}`, drandSignature ?? 'none');
  const summary = writeSummary({ ...drawn.value, ...openings, announcement: given.announcement }, nodeHash);
  if (summary !== given.summary)
    return differs('other-result', `a summary with the hash ${hashOf(summary)}`, hashOf(given.summary));
  return ok(drawn.value.resultHash);
}

function hashOf(text: string): string {
  return toHex(nodeHash.sha256(utf8(text)));
}

function openingsOf(text: string) {
  const names = ['reveals', 'drandSignature', 'slotKey', 'seed', 'resultHash', 'slotRoot', 'cutOffs'] as const;
  const top = exactMembers(parseJson(text), names);
  const { reveals, drandSignature } = top ?? {};
  if (!Array.isArray(reveals) || !reveals.every((reveal) => typeof reveal === 'string')) return null;
  if (drandSignature !== null && typeof drandSignature !== 'string') return null;
  return { reveals, drandSignature };
}
