import { ok, type Result } from '#core/draw/result.ts';
import type { Policy } from '#core/policy/policy.ts';
import type { Instant } from '#core/time/instant.ts';
import { type Acting, filesOf, refused, type Seen, taken } from './at-hand.ts';
import { checkAnnouncement } from './check-announcement.ts';
import { checkRegistrations, type DayRoot, registrationsText } from './check-registrations.ts';
import { refuse } from './refusal.ts';

export type Circumstances = {
  readonly policies: readonly Policy[];
  readonly now: Instant;
  /** When this process last saw the pool of a day still open. */
  readonly openAt: ReadonlyMap<string, Instant>;
  /** Days of draws whose result's signature the operator has taken from this process. */
  readonly sentResults: ReadonlySet<string>;
};

/** Section 2.2. What was signed once is sent again as often as it is asked for; it needs no second check. */
export async function signAnnouncement({ witness, operator, at }: Acting, circumstances: Circumstances): Promise<Seen> {
  const { day, announcement, announcementText, announcementHash: hash } = at;
  const { log, key } = witness;
  const { draw } = announcement;
  if (!log.find('announcement', draw)) {
    const checked = await check({ witness, operator, at }, circumstances);
    if (!checked.ok) return checked.error;
    // The announcement comes last: where it is written down, so is all that goes with it.
    witness.keepSeason(at.seasonText);
    const { root, size } = checked.value;
    log.keep({ act: 'registrations', draw, day, hash: root, size }, circumstances.now);
    log.keep({ act: 'announcement', draw, day, hash, size: 0 }, circumstances.now);
  }
  const registrations = log.find('registrations', draw);
  if (!registrations || log.find('announcement', draw)?.hash !== hash)
    return refused(day, refuse('second-announcement', `another one of draw ${draw} is signed`).error).error;
  const answer = await operator.signAnnouncement(day, {
    signature: key.sign(announcementText),
    registrationsSignature: key.sign(registrationsText({ day, root: registrations.hash, size: registrations.size })),
  });
  return taken(answer, day, { kind: 'signed-announcement', day, draw });
}

async function check({ witness, operator, at }: Acting, circumstances: Circumstances): Promise<Result<DayRoot, Seen>> {
  const { day, season, announcementText } = at;
  const entries = witness.log.entries();
  const files = await filesOf(operator, day, ['pool.tsv', 'capacity.json']);
  if (!files.ok) return files;
  const given = {
    day,
    announcement: announcementText,
    pool: files.value['pool.tsv'],
    capacity: files.value['capacity.json'],
    // There is none before the season's first draw.
    drawLog: (await operator.file(day, 'draws.tsv')) ?? '',
  };
  const announced = checkAnnouncement(given, {
    season,
    entries,
    ...circumstances,
    openAt: circumstances.openAt.get(day) ?? null,
  });
  if (!announced.ok) return refused(day, announced.error);
  const registered = checkRegistrations(
    { leaves: await operator.file(day, 'registrations.tsv'), roots: await operator.file(day, 'registrations.json') },
    day,
    entries,
  );
  return registered.ok ? ok(registered.value) : refused(day, registered.error);
}
