/** A supervisor has seen the counts of a closed pool, and lets it be drawn. `person`: the same for the same human being. */
export type Release = { readonly person: string; readonly announcementHash: string };

/**
 * How many people released just this announcement: who does it twice counts once, and whoever saw another one doesn't count.
 * `supervisorsFor([{ person: 'a', announcementHash: 'x' }, { person: 'a', announcementHash: 'x' }], 'x')` is 1.
 */
export function supervisorsFor(releases: readonly Release[], announcementHash: string): number {
  const same = releases.filter((release) => release.announcementHash === announcementHash);
  return new Set(same.map(({ person }) => person)).size;
}
