import type { AccountId } from '#core/ids.ts';
import type { PoolPreview } from '#core/pool/preview.ts';
import type { Outcome } from './outcome.ts';

/** What a supervisor looks at before a closed pool is drawn. */
export type ReleaseView = PoolPreview & {
  /** 64 hex: what a release is for. */
  readonly announcementHash: string;
  readonly policy: string;
  /** So many different supervisors are asked for; 0: none. */
  readonly needed: number;
  readonly released: number;
  /** Whoever looks has released it. */
  readonly isMine: boolean;
};

export type ReleaseServices = {
  /** null: no pool waits for its draw. */
  releaseView(actor: AccountId): Promise<ReleaseView | null>;
  /** Kinds: `pool-not-closed`, `form-stale` (these are not the counts that wait). Twice by one person counts once. */
  releaseDraw(input: {
    readonly actor: AccountId;
    readonly announcementHash: string;
  }): Outcome<{ readonly released: number }>;
};
