export const ownTold = ['list', 'number', 'outcome', 'slot'] as const;
export type OwnTold = (typeof ownTold)[number];

/** What her phone found, in the terms of the sentences that tell it. */
export type OwnVerdict = {
  readonly day: string;
  /** `number`: the seed, and hers out of it. */
  readonly checks: readonly { readonly what: OwnTold; readonly isRight: boolean }[];
  /** `none`: nobody's is in the file, or not of all yet. */
  readonly signatures: 'right' | 'wrong' | 'none' | 'unknown';
  readonly announcementHash: string | null;
  readonly stage: 'promised' | 'closed' | 'drawn';
  readonly place: { readonly port: string; readonly slot: string | null } | null;
};

export function isAllRight({ checks, signatures }: OwnVerdict): boolean {
  return signatures !== 'wrong' && checks.every(({ isRight }) => isRight);
}
