/** What pages ask of the worker. */
export type Asked =
  | { readonly type: 'here'; readonly locale: string }
  | { readonly type: 'what-is-kept' | 'remove-all' | 'take-over' }
  | { readonly type: 'keep' | 'remove'; readonly locale: string };

/** What this phone keeps. Bytes as they come over the line. */
export type Kept = {
  readonly languages: readonly { readonly locale: string; readonly bytes: number; readonly isKept: boolean }[];
  readonly shellBytes: number;
  /** She removed everything. */
  readonly isOff: boolean;
  readonly trouble: 'full' | 'failed' | null;
  readonly savesData: boolean;
};
