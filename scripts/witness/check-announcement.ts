import { leastLead, timeOfRound } from '#core/beacon/drand.ts';
import type { Announcement } from '#core/draw/announcement.ts';
import { tipBelow } from '#core/draw/chain.ts';
import { toHex, utf8 } from '#core/draw/hash.ts';
import { parseInputs } from '#core/draw/inputs.ts';
import { merkleRoot } from '#core/draw/merkle-tree.ts';
import { ok, type Result } from '#core/draw/result.ts';
import type { Season } from '#core/draw/season.ts';
import { type Policy, policyAt } from '#core/policy/policy.ts';
import type { Instant } from '#core/time/instant.ts';
import { nodeHash } from '../verify-draw/node-hash.ts';
import { checkDrawLog } from './check-draw-log.ts';
import { differs, malformed, type Refusal, refuse } from './refusal.ts';
import type { Entry } from './signed-log.ts';

/** What the operator gives at the close, as texts. */
export type Given = {
  readonly day: string;
  readonly announcement: string;
  readonly pool: string;
  readonly capacity: string;
  readonly drawLog: string;
};

/** What the witness knows by itself. */
export type Known = {
  readonly season: Season;
  readonly entries: readonly Entry[];
  readonly policies: readonly Policy[];
  readonly now: Instant;
  /** When it last saw that this day's pool was still open, or null. */
  readonly openAt: Instant | null;
};

/** The latest drand round that a draw may wait for. */
const mostLead = 86_400_000;

/** Section 2.2: all that a witness checks before it signs the announcement of a draw. */
export function checkAnnouncement(given: Given, known: Known): Result<Announcement, Refusal> {
  const inputs = parseInputs(given);
  if (!inputs.ok) return malformed('the announcement', inputs.error);
  const { announcement, capacity, requests } = inputs.value;
  if (announcement.day !== given.day) return differs('other-day', given.day, announcement.day);
  if (known.now < Date.parse(given.day)) return refuse('day-ahead', `${given.day} has not begun`);

  const capacityHash = toHex(nodeHash.sha256(utf8(given.capacity)));
  if (capacityHash !== announcement.capacityHash)
    return differs('other-capacity', `the hash ${capacityHash}`, announcement.capacityHash);
  const poolRoot = merkleRoot(requests.lines, nodeHash);
  if (poolRoot !== announcement.poolRoot) return differs('other-pool', `the root ${poolRoot}`, announcement.poolRoot);

  const parties = checkParties(announcement, known.season);
  if (!parties.ok) return parties;
  const policy = checkPolicy(announcement, capacity, known.policies);
  if (!policy.ok) return policy;
  const place = checkDrawLog(given.drawLog, announcement, known.entries);
  if (!place.ok) return place;
  return checkRound(announcement, known);
}

/** The season's parties in their order, each tip in its chain at this draw's place. */
function checkParties({ parties, draw }: Announcement, season: Season): Result<null, Refusal> {
  const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name).join(', ');
  if (names(parties) !== names(season.parties)) return differs('other-parties', names(season.parties), names(parties));
  if (draw > mostDraws) return differs('wrong-draw-number', `${mostDraws} at most`, draw);
  for (const [index, { name, tip }] of parties.entries()) {
    const first = season.parties[index]?.tip ?? '';
    const found = tipBelow(tip, draw - 1, nodeHash);
    if (found !== first) return differs('wrong-tip', `a link of ${name}'s chain above ${first}`, found);
  }
  return ok(null);
}

/** A thousand years of days: a false number would keep the witness hashing for ever. */
const mostDraws = 366_000;

/** The rules by name that held on the day or when its pool opened, and a capacity by these rules. */
function checkPolicy(
  { policy, day }: Announcement,
  capacity: { readonly maxGroup: number; readonly oldestShare: number },
  policies: readonly Policy[],
): Result<null, Refusal> {
  const held = [-2, 1].map((days) => policyAt((Date.parse(day) + days * 86_400_000) as Instant, policies));
  const named = held.find(({ name }) => name === policy);
  if (!named) return differs('other-policy', held.map(({ name }) => name).join(' or '), policy);
  for (const rule of ['maxGroup', 'oldestShare'] as const) {
    if (capacity[rule] !== named[rule])
      return differs('other-policy', `${rule} ${named[rule]} by policy ${policy}`, capacity[rule]);
  }
  return ok(null);
}

/**
 * A round that could have been known when pool and capacity were chosen is worth nothing. Who came late can't tell: it
 * signs, since its own secret is still its own.
 */
function checkRound(announcement: Announcement, { now, openAt }: Known): Result<Announcement, Refusal> {
  const { drandRound } = announcement;
  if (drandRound === null) return ok(announcement);
  const out = timeOfRound(drandRound);
  if (openAt !== null && out < openAt + leastLead)
    return refuse('drand-round-too-soon', `round ${drandRound} was out less than 10 minutes after the close`);
  if (out > now + mostLead) return refuse('drand-round-too-late', `round ${drandRound} is more than a day away`);
  return ok(announcement);
}
