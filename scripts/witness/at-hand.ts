import { type Announcement, parseAnnouncement } from '#core/draw/announcement.ts';
import { toHex, utf8 } from '#core/draw/hash.ts';
import { err, ok, type Result } from '#core/draw/result.ts';
import type { Season } from '#core/draw/season.ts';
import { nodeHash } from '../verify-draw/node-hash.ts';
import { checkSeason } from './check-season.ts';
import type { Deposit } from './escrow.ts';
import type { Witness } from './folder.ts';
import type { Answer, DrawFile, Operator } from './operator.ts';
import { differs, malformed, type Refusal } from './refusal.ts';
import type { SignedLog } from './signed-log.ts';

/** What came of one look at the operator. */
export type Seen =
  | { readonly kind: 'nothing-to-do' }
  | { readonly kind: 'open'; readonly day: string }
  | { readonly kind: 'signed-announcement' | 'revealed' | 'signed-result'; readonly day: string; readonly draw: number }
  | { readonly kind: 'needs-trustees'; readonly day: string; readonly draw: number }
  /** A file isn't there yet. */
  | { readonly kind: 'waits'; readonly day: string; readonly file: DrawFile }
  | { readonly kind: 'refused'; readonly day: string; readonly refusal: Refusal }
  /** The operator did not take what was sent. */
  | { readonly kind: 'not-taken'; readonly day: string; readonly reason: string };

/** The draw that is under way, as announced to this witness. */
export type AtHand = {
  readonly day: string;
  readonly season: Season;
  readonly seasonText: string;
  readonly announcement: Announcement;
  readonly announcementText: string;
  readonly announcementHash: string;
};

/** A witness at its work on it. */
export type Acting = { readonly witness: Witness; readonly operator: Operator; readonly at: AtHand };

/** Whose season it has to be, and what was signed already: a witness, or a trustee who has signed nothing. */
type Reader = {
  readonly deposit: Pick<Deposit, 'name' | 'key' | 'tip'>;
  readonly log: Pick<SignedLog, 'entries'>;
  readonly season: () => string | null;
};

export async function openDraw(reader: Reader, operator: Operator, day: string): Promise<Result<AtHand, Seen>> {
  const files = await filesOf(operator, day, ['season.json', 'announcement.json']);
  if (!files.ok) return files;
  const { 'season.json': seasonText, 'announcement.json': announcementText } = files.value;
  const season = checkSeason(seasonText, { ...reader.deposit, pinned: reader.season() });
  if (!season.ok) return refused(day, season.error);
  const announcement = parseAnnouncement(announcementText);
  if (!announcement.ok) return refused(day, malformed('announcement.json', announcement.error).error);
  const announcementHash = toHex(nodeHash.sha256(utf8(announcementText)));
  const { draw } = announcement.value;
  const other = reader.log
    .entries()
    .find(
      (entry) =>
        entry.act === 'announcement' &&
        ((entry.draw === draw && entry.hash !== announcementHash) || (entry.draw !== draw && entry.day === day)),
    );
  if (other) {
    const signed = `the announcement ${other.hash} of draw ${other.draw}, which is signed`;
    return refused(day, differs('second-announcement', signed, `${announcementHash} of draw ${draw}`).error);
  }
  return ok({
    day,
    season: season.value,
    seasonText,
    announcement: announcement.value,
    announcementText,
    announcementHash,
  });
}

/** All of these files, or the first that isn't there. */
export async function filesOf<Name extends DrawFile>(
  operator: Operator,
  day: string,
  names: readonly Name[],
): Promise<Result<Readonly<Record<Name, string>>, Seen>> {
  const texts: Partial<Record<DrawFile, string>> = {};
  for (const file of names) {
    const text = await operator.file(day, file);
    if (text === null) return err({ kind: 'waits', day, file });
    texts[file] = text;
  }
  return ok(texts as Record<Name, string>);
}

export function refused(day: string, refusal: Refusal): { readonly ok: false; readonly error: Seen } {
  return err({ kind: 'refused', day, refusal });
}

/** What was done, once the operator has taken it. */
export function taken(answer: Answer, day: string, done: Seen): Seen {
  return answer.ok ? done : { kind: 'not-taken', day, reason: answer.error.kind };
}
