import { termsVersionOf } from './long-text.ts';

/** `draft`: nobody has read it; `translated`: by a person who knows both languages; `reviewed`: read once more. */
export const translationStates = ['draft', 'translated', 'reviewed'] as const;
export type TranslationState = (typeof translationStates)[number];

/** Who did it, and on which day (`2026-11-22`). `by` has no spaces: a name or an account. */
export type Signature = { readonly by: string; readonly on: string };

/** Where one translation stands. */
export type Status = Signature & {
  /** `sourceHash` of the English message that it was made from. */
  readonly source: string;
  readonly state: TranslationState;
  /** Who reviewed it, where that was somebody else than the translator. */
  readonly reviewer?: Signature | undefined;
};

/** What people decide by, or lose a place by, is read by two: the errors, and the terms among the long texts. */
export const areasOfTwo: readonly string[] = ['problem'];

export function isPageOfTwo(slug: string): boolean {
  return termsVersionOf(slug) !== undefined;
}

const written =
  /^(?<source>[0-9a-f]{16}) (?<state>draft|translated|reviewed) (?<by>\S+) (?<on>\d{4}-\d{2}-\d{2})(?: (?<reviewer>\S+) (?<reviewedOn>\d{4}-\d{2}-\d{2}))?$/;

/** One line of `locales/<tag>/status.json`: `0123456789abcdef reviewed ana 2026-12-01 ben 2026-12-03`. */
export function parseStatus(line: string): Status | undefined {
  const { source, state, by, on, reviewer, reviewedOn } = written.exec(line)?.groups ?? {};
  if (!source || !by || !on || !isState(state)) return undefined;
  const signed = reviewer && reviewedOn ? { reviewer: { by: reviewer, on: reviewedOn } } : {};
  return { source, state, by, on, ...signed };
}

export function writeStatus({ source, state, by, on, reviewer }: Status): string {
  return [source, state, by, on, ...(reviewer ? [reviewer.by, reviewer.on] : [])].join(' ');
}

/** Whether somebody can sign with it: a line of states is parted at its spaces. */
export function isSigner(name: string): boolean {
  return /^\S+$/.test(name);
}

export function isState(text: string | undefined): text is TranslationState {
  return (translationStates as readonly (string | undefined)[]).includes(text);
}

/** Whether a second pair of eyes has seen it: for what `areasOfTwo` and `pagesOfTwo` ask for. */
export function isReadByTwo({ by, reviewer }: Pick<Status, 'by' | 'reviewer'>): boolean {
  return reviewer !== undefined && reviewer.by !== by;
}
