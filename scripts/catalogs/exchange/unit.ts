/** Where a unit stands for its translator: as `status.json` says, or `missing`, or `stale` since the English changed. */
export const unitStates = ['missing', 'stale', 'draft', 'translated', 'reviewed'] as const;
export type UnitState = (typeof unitStates)[number];

export type Place = { readonly file: string; readonly line: number };

/** One thing to translate: a message, or a title, heading or paragraph of a long text. */
export type Unit = {
  /** `start.title`; for a long text page and block, `page:help.3`. */
  readonly key: string;
  /** The file of the translation, below the root. */
  readonly file: string;
  readonly source: string;
  /** Empty where there is none yet. */
  readonly target: string;
  readonly state: UnitState;
  /** What a translator has to know: who sees it, and where. */
  readonly about: string;
  /** The most signs there is room for. */
  readonly max: number | undefined;
  readonly places: readonly Place[];
  /** Glossary terms in the source, each with its rendering: `slot = cupo`. */
  readonly terms: readonly string[];
  /** The picture of a screen on which it stands. */
  readonly picture: string | undefined;
  /** What translators wrote about it. */
  readonly comment: string;
};

/** Units on their way out. */
export type Parcel = { readonly source: string; readonly target: string; readonly units: readonly Unit[] };

/** A text as a file brought it: whole, or in plural forms, in the order of the language's forms. */
export type Brought = string | { readonly forms: readonly string[] };

/** A unit as it came back. */
export type BroughtUnit = {
  readonly key: string;
  /** In the file that was read. */
  readonly line: number;
  readonly source: Brought;
  readonly target: Brought;
  /** What the file says of its state; undefined where it says nothing. */
  readonly state: UnitState | undefined;
  /** The translator herself says that it isn't ready (`fuzzy` in PO). */
  readonly isUnsure: boolean;
  readonly comment: string;
};

export type BroughtFile = {
  readonly format: Format;
  /** Tags; empty where the file doesn't say. */
  readonly source: string;
  readonly target: string;
  readonly units: readonly BroughtUnit[];
};

export const formats = ['xliff-1.2', 'xliff-2.0', 'po', 'csv'] as const;
export type Format = (typeof formats)[number];

/** Ready for people: somebody who knows both languages has said so. */
export function isDone(state: UnitState | undefined): boolean {
  return state === 'translated' || state === 'reviewed';
}
