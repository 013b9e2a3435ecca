import type { LocalDay } from '#core/time/instant.ts';
import type { Escrow } from '#server/services/draws.ts';
import type { Fixed, Json, Timestamp } from '../columns.ts';

/** Who takes part in the draws of a season, and what each did of a draw. All keys, tips and signatures are hex. */
export type RoundTables = {
  readonly seasons: SeasonsTable;
  readonly seasonParties: SeasonPartiesTable;
  readonly witnessJoins: WitnessJoinsTable;
  readonly operatorKey: OperatorKeyTable;
  readonly drawParties: DrawPartiesTable;
  readonly registrationLog: RegistrationLogTable;
};

type SeasonsTable = { number: Fixed<number>; begunAt: Timestamp };

/** `ordinal` 0 is the operator. */
type SeasonPartiesTable = {
  season: Fixed<number>;
  ordinal: Fixed<number>;
  name: Fixed<string>;
  key: Fixed<string>;
  tip: Fixed<string>;
  length: Fixed<number>;
  escrow: Json<Escrow> | null;
};

/** Their chains for the next season: it begins when all have one that no season had. */
type WitnessJoinsTable = {
  name: string;
  key: string;
  tip: string;
  length: number;
  escrow: Json<Escrow> | null;
  joinedAt: Timestamp;
};

type OperatorKeyTable = { id: number; publicKey: string; seedSealed: Uint8Array };

type DrawPartiesTable = {
  day: Fixed<LocalDay>;
  ordinal: Fixed<number>;
  name: Fixed<string>;
  announcementSignature: string | null;
  /** Over the day's root of the registrations' log; comes with the announcement's. */
  registrationsSignature: string | null;
  reveal: string | null;
  summarySignature: string | null;
};

type RegistrationLogTable = { n: Fixed<number>; leaf: Fixed<string> };
