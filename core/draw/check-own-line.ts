import { type Announcement, type AnnouncementError, parseAnnouncement } from './announcement.ts';
import { isInTree } from './audit-path.ts';
import { mostDraws, tipBelow } from './chain.ts';
import type { Signed } from './cosignatures.ts';
import { placeByCutOffs } from './cut-offs.ts';
import { fromHex, type Hash, nobleHash, toHex, utf8 } from './hash.ts';
import type { OwnLine } from './own-line.ts';
import type { Place } from './place-list.ts';
import { checkPromise, type PoolPromise, type PromiseError, parsePromise } from './promise.ts';
import { err, ok, type Result } from './result.ts';
import { parseSeason, type Season, type SeasonError } from './season.ts';
import { seedOf } from './seed.ts';
import { parseSummary, type Summary, type SummaryError } from './summary.ts';
import { ticketOf } from './ticket.ts';

/**
 * `list`: her line is in the announced pool, with size, ports and band as promised. `seed`: it follows from the
 * announcement and the parties' chains. `ticket`: hers follows from the seed. `outcome`: hers follows from the cut-offs.
 * `slot`: hers was fixed together with the result.
 */
export const ownChecks = ['list', 'seed', 'ticket', 'outcome', 'slot'] as const;
export type OwnCheck = (typeof ownChecks)[number];

/** What parties sign of it. */
export const signedTexts = ['promise', 'announcement', 'summary'] as const;
export type SignedText = (typeof signedTexts)[number];

/** A signature, left to whoever can check it. */
export type OwnSigned = Signed & { readonly text: SignedText };

export type OwnFinding = {
  readonly promise: PoolPromise;
  /** All of what has happened so far. */
  readonly checks: readonly { readonly what: OwnCheck; readonly isRight: boolean }[];
  readonly signed: readonly OwnSigned[];
  /** What others can be asked whether they have the same; null before the close. */
  readonly announcementHash: string | null;
  /** By the cut-offs, whatever the file says; a slot is `YYYY-MM-DDTHH:MM`, local at the port. Null before the draw. */
  readonly outcome: { readonly ticket: string; readonly place: Place; readonly slot: string | null } | null;
};

export type OwnFileError =
  | PromiseError
  | SeasonError
  | AnnouncementError
  | SummaryError
  /** The announcement names other parties than the season, or somebody's signature is missing. */
  | { readonly kind: 'own-line-parties' | 'own-line-signatures-missing'; readonly at: SignedText };

/** Everything that she can check alone, but for the signatures, which take more than a hash. */
export function checkOwnLine(own: OwnLine, hash: Hash = nobleHash): Result<OwnFinding, OwnFileError> {
  const promise = parsePromise(own.promise);
  if (!promise.ok) return promise;
  const season = own.season === null ? ok(null) : parseSeason(own.season);
  if (!season.ok) return season;
  const parties = season.value?.parties ?? [];
  const operator = signedBy(parties.slice(0, 1), 'promise', { text: own.promise, signatures: [own.promiseSignature] });
  if (!operator.ok) return operator;
  const promised = { promise: promise.value, checks: [], announcementHash: null, outcome: null };
  const finding: OwnFinding = { ...promised, signed: operator.value };
  return own.closed === null ? ok(finding) : atTheClose(own.closed, { own, parties, finding, hash });
}

type Known = {
  readonly own: OwnLine;
  readonly parties: Season['parties'];
  readonly finding: OwnFinding;
  readonly hash: Hash;
};

function atTheClose(closed: NonNullable<OwnLine['closed']>, known: Known): Result<OwnFinding, OwnFileError> {
  const { own, parties, finding, hash } = known;
  const announcement = parseAnnouncement(closed.announcement);
  if (!announcement.ok) return announcement;
  if (own.season !== null && !areSame(parties, announcement.value.parties))
    return err({ kind: 'own-line-parties', at: 'announcement' });
  const signed = signedBy(parties, 'announcement', { text: closed.announcement, signatures: closed.signatures });
  if (!signed.ok) return signed;
  const kept = checkPromise(finding.promise, { ...closed, announcement: announcement.value }, hash);
  const found: OwnFinding = {
    ...finding,
    checks: [{ what: 'list', isRight: kept.ok }],
    signed: [...finding.signed, ...signed.value],
    announcementHash: toHex(hash.sha256(utf8(closed.announcement))),
  };
  if (own.drawn === null) return ok(found);
  const announced = { text: closed.announcement, read: announcement.value, band: Number(closed.line.split('\t')[2]) };
  return afterTheDraw(own.drawn, { ...known, finding: found, announced });
}

type Announced = { readonly text: string; readonly read: Announcement; readonly band: number };

function afterTheDraw(
  drawn: NonNullable<OwnLine['drawn']>,
  { parties, finding, hash, announced }: Known & { readonly announced: Announced },
): Result<OwnFinding, OwnFileError> {
  const summary = parseSummary(drawn.summary);
  if (!summary.ok) return summary;
  const signed = signedBy(parties, 'summary', { text: drawn.summary, signatures: drawn.signatures });
  if (!signed.ok) return signed;
  const { id, ports } = finding.promise;
  const { seed, cutOffs, slotRoot } = summary.value;
  const ticket = ticketOf(seed, id, hash);
  const place = placeByCutOffs({ band: announced.band, ports, ticket }, cutOffs);
  const [slotOf, slot = ''] = drawn.slot?.line.split('\t') ?? [];
  const isSlotRight =
    drawn.slot === null
      ? place === null
      : place !== null && slotOf === id && isInTree({ ...drawn.slot, root: slotRoot }, hash);
  return ok({
    ...finding,
    checks: [
      ...finding.checks,
      { what: 'seed', isRight: doesSeedFollow(summary.value, { parties, announced, hash }) },
      { what: 'ticket', isRight: drawn.ticket === ticket },
      { what: 'outcome', isRight: drawn.outcome === (place ? `${place.port} ${place.list}` : '-') },
      { what: 'slot', isRight: isSlotRight },
    ],
    signed: [...finding.signed, ...signed.value],
    outcome: { ticket, place, slot: drawn.slot && slot },
  });
}

function doesSeedFollow(
  { announcementHash, reveals, drandSignature, seed }: Summary,
  { parties, announced, hash }: Pick<Known, 'parties' | 'hash'> & { readonly announced: Announced },
): boolean {
  const { parties: announcedParties, draw, drandRound } = announced.read;
  if (announcementHash !== toHex(hash.sha256(utf8(announced.text)))) return false;
  if (reveals.length !== announcedParties.length || draw > mostDraws) return false;
  if ((drandRound === null) !== (drandSignature === null)) return false;
  const areOfTheChains = reveals.every((reveal, index) => {
    const first = parties[index]?.tip;
    const isOfTheSeason = first === undefined || tipBelow(reveal, draw, hash) === first;
    return isOfTheSeason && tipBelow(reveal, 1, hash) === announcedParties[index]?.tip;
  });
  return areOfTheChains && seedOf({ announcement: announced.text, reveals, drandSignature }, hash) === seed;
}

function areSame(season: Season['parties'], announced: Announcement['parties']): boolean {
  return season.length === announced.length && season.every(({ name }, index) => name === announced[index]?.name);
}

/** None at all: not all have signed yet. */
function signedBy(
  parties: Season['parties'],
  of: SignedText,
  { text, signatures }: { readonly text: string; readonly signatures: readonly string[] },
): Result<readonly OwnSigned[], OwnFileError> {
  if (signatures.length === 0 || parties.length === 0) return ok([]);
  if (signatures.length !== parties.length) return err({ kind: 'own-line-signatures-missing', at: of });
  const message = utf8(text);
  return ok(
    parties.map(({ name, key }, index) => ({
      text: of,
      at: `${of}[${index}]`,
      party: name,
      key: fromHex(key),
      message,
      signature: fromHex(signatures[index] ?? ''),
    })),
  );
}
