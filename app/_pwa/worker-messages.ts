/** What pages ask of the worker. */
export type Asked =
  | { readonly type: 'here'; readonly locale: string }
  | { readonly type: 'what-is-kept' | 'remove-all' | 'take-over' }
  | { readonly type: 'keep' | 'remove'; readonly locale: string };

/** What this phone keeps, in bytes as they lie on it. */
export type Kept = {
  readonly languages: readonly {
    readonly locale: string;
    readonly bytes: number;
    /** What it costs to fetch it, packed. */
    readonly lineBytes: number;
    readonly isKept: boolean;
  }[];
  readonly shellBytes: number;
  /** Of pages about herself. */
  readonly copies: number;
  readonly copyBytes: number;
  /** She removed everything. */
  readonly isOff: boolean;
  readonly trouble: 'full' | 'failed' | null;
  /** Nothing large comes by itself: she saves data, or has a line of 2G. */
  readonly isSparing: boolean;
};

/** About what waits to be sent; each is answered with all that waits afterwards. */
export type AskedOfWaiting =
  | { readonly type: 'waiting' | 'send-waiting' }
  | { readonly type: 'drop-waiting'; readonly name: string };

export type WaitingAnswer = {
  readonly rows: readonly WaitingRow[];
  /**
   * What came of sending. `done`: nothing is left but what was refused. `later`: no line, or the server has no time now.
   * `sign-in`: she has to sign in again first. null: nothing was sent.
   */
  readonly sending: 'done' | 'later' | 'sign-in' | null;
};

/** `refused`: the server did not take it. `over`: nor will it, for what it was about is over. Both stay until she has seen it. */
export type WaitingState = 'waits' | 'refused' | 'over';

/** One thing that waits, without what it says. */
export type WaitingRow = {
  readonly name: string;
  /** The page whose form it was, such as `register/name?person=…`. */
  readonly page: string;
  readonly state: WaitingState;
  /** When she sent it by the phone's clock, in milliseconds since 1970. */
  readonly at: number;
};

/** Told to every page. `isChange`: something began to wait, or waits no more. */
export type WaitingNews = { readonly type: 'waiting-news'; readonly count: number; readonly isChange: boolean };
