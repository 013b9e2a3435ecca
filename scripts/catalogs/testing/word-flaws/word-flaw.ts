/** Words that are wrong, put into the message of a language: `ht start.begin`. `found` is what the rule has to show. */
export type WordFlaw = {
  readonly rule: string;
  readonly flaw: string;
  readonly place: string;
  /** The language that it is told by. */
  readonly beside?: string;
  /** What becomes what; of nothing: the whole text. */
  readonly change: readonly [string, string];
  readonly found?: string;
};
