/** Whose voice reads a page: the phone's own, or ours, where the phone has none (decision 0037). */
export type Whose = 'phone' | 'ours';

/** What says a page, one piece after the other. */
export type Voice = {
  /**
   * Says it from its beginning, and tells when it is heard, and once how that ended; not where it was hushed. `paused`: by
   * the phone, for a call. `next` comes after it.
   */
  say(piece: string, next: string | undefined, onChange: (now: 'sounds' | 'said' | 'paused' | 'failed') => void): void;
  hush(): void;
};
