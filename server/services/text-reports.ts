import type { Instant } from '#core/time/instant.ts';
import type { Outcome } from './outcome.ts';

/** A report as translators read it. */
export type TextReportView = {
  readonly locale: string;
  /** As in `TextReport`. */
  readonly screen: string;
  readonly words: readonly string[];
  readonly remark: string;
  /** By how many it was told, more than ten minutes apart. */
  readonly times: number;
  /** When it was told last. */
  readonly at: Instant;
};

export type TextReportServices = {
  /** Kinds: `fields`, `too-many-tries`. */
  reportText(input: {
    readonly fields: Readonly<Record<string, string>>;
    /** The language of the page, which the words are in. */
    readonly locale: string;
    readonly isScreen: (text: string) => boolean;
    readonly network: string | null;
  }): Outcome<null>;
};
