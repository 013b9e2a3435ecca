import type { AuditPath } from './audit-path.ts';
import type { protocol } from './forms.ts';

/**
 * Section 6, what each person gets and can keep (`my-line.json`): all that she needs to check her own draw alone, offline.
 * Texts are the bytes that were signed or hashed; a signature is Ed25519, 128 hex.
 */
export type OwnLine = {
  readonly protocol: typeof protocol;
  /** The season's file, with the keys that the signatures are checked with; null before the season's first draw. */
  readonly season: string | null;
  /** On asking: a `PoolPromise`, and the operator's signature over it. */
  readonly promise: string;
  readonly promiseSignature: string;
  /** Null until the pool closes. */
  readonly closed: {
    readonly announcement: string;
    /** Of the announcement, in the order of its parties; none until all have signed. */
    readonly signatures: readonly string[];
    /** Her line of the pool, without its newline, and its path to the announcement's `poolRoot`. */
    readonly line: string;
    readonly path: AuditPath;
  } | null;
  /** Null until the draw. */
  readonly drawn: {
    readonly summary: string;
    /** Of the summary; none until all have signed. */
    readonly signatures: readonly string[];
    /** 64 hex: where the shuffle put her. It follows from the summary's seed and her id. */
    readonly ticket: string;
    /** `port list`, or `-`. */
    readonly outcome: string;
    /** Her line of the slots and its path to the summary's `slotRoot`; null where she got no place. */
    readonly slot: { readonly line: string; readonly path: AuditPath } | null;
  } | null;
};
