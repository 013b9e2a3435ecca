import type { Result } from '#core/draw/result.ts';

/** Where the draw stands that is under way, as the operator says. `draw` is null while its pool is open. */
export type Now = {
  readonly day: string;
  readonly draw: number | null;
  readonly stage: string;
  /** Names of the parties whose signature or reveal is missing. */
  readonly waitsFor: readonly string[];
};

export type DrawFile =
  | 'announcement.json'
  | 'capacity.json'
  | 'cosignatures.json'
  | 'draw.json'
  | 'draws.tsv'
  | 'pool.tsv'
  | 'registrations.json'
  | 'registrations.tsv'
  | 'season.json'
  | 'slot-key'
  | 'summary.json';

export type Join = {
  readonly name: string;
  readonly key: string;
  readonly tip: string;
  readonly length: number;
  readonly escrow: { readonly threshold: number; readonly trustees: number };
};

/** `kind` is the operator's own word for why not. */
export type Answer = Result<null, { readonly kind: string }>;

/** The operator's server, as a witness sees it (docs/decisions/0048-witnesses.md): the witness asks, never the server. */
export type Operator = {
  readonly now: () => Promise<Now | null>;
  /** A file of the draw of that day (`registrations.json`: of all days); null while there is none for us. */
  readonly file: (day: string, name: DrawFile) => Promise<string | null>;
  /** All rules there ever were or are to come, as JSON; null where it publishes none. */
  readonly policies: () => Promise<string | null>;
  readonly join: (join: Join) => Promise<Answer>;
  readonly signAnnouncement: (
    day: string,
    signatures: { readonly signature: string; readonly registrationsSignature: string },
  ) => Promise<Answer>;
  readonly reveal: (day: string, reveal: string) => Promise<Answer>;
  readonly signSummary: (day: string, signature: string) => Promise<Answer>;
};

/** Down, slow, or no Puente at that address: asked again later. */
export class OperatorUnreachable extends Error {}
