import type { Questions } from '#core/policy/policy.ts';
import type { FieldProblem } from '#core/problem/kinds.ts';
import type { LocalDay } from '#core/time/instant.ts';
import type { Answers } from './answers.ts';
import type { Fields } from './field.ts';
import type { ReadMrz } from './mrz-lines.ts';

/** Who answers: the head of the group, who holds its account, or somebody she registers with her. */
export type Who = 'head' | 'member';

/** What the policy says of registering. */
export type RegistrationPolicy = { readonly questions: Questions; readonly termsVersion: string };

export type CheckContext = {
  /** The day where the person most likely is; a birth date may be this day, not a later one. */
  readonly today: LocalDay;
  readonly questions: Questions;
  readonly who: Who;
  /** Of the terms as shown in the person's language now. */
  readonly terms: { readonly version: string; readonly sha256: string };
  /** Ids of the other adults of her group: who can be her guardian. Nobody where it is left out. */
  readonly adults?: readonly string[];
  /** Whether a photo came with the form or is stored already; whether it is one, the server has found out before. */
  readonly hasPhoto: boolean;
  /** What was answered before: what a document says is compared with it, and nobody names her citizenship twice. */
  readonly before: Partial<Answers>;
  readonly readMrz: ReadMrz;
};

/** What a step's fields say: the answers that are right, and a problem for each field that isn't. */
export type CheckedAnswers = {
  readonly answers: Partial<Answers>;
  readonly problems: readonly FieldProblem[];
};

/** What the second button says: "Skip", "I have none", or that it is the same as the head's. */
export type Leave = 'skip' | 'none' | 'same';

/** Everything that holds for one step of a registration. */
export type StepRule = {
  /**
   * Whose answer it is: the group's, told once and kept with its head's record; each person's; or each but the head's.
   * `household`: the head's holds for everybody, unless the policy lets a member have her own and she has.
   */
  readonly owner: 'group' | 'household' | 'person' | 'member';
  /** What is stored of it. */
  readonly answers: readonly (keyof Answers)[];
  readonly isAsked: (questions: Questions) => boolean;
  /** The form's fields: those that may be read from a form at all. */
  readonly fields: readonly string[];
  /**
   * Of these, the ones whose entered values are given back beside an error or in another language; all where it is left
   * out.
   */
  readonly keptFields?: readonly string[];
  /** A question that the policy doesn't ask gives nothing, whatever was sent. */
  readonly check: (fields: Fields, context: CheckContext) => CheckedAnswers;
  /** The second button of its screen; null: there is none. */
  readonly leave?: (questions: Questions, who: Who) => Leave | null;
  /** An optional answer that was left out is an answer, too. */
  readonly isAnswered: (answers: Partial<Answers>, policy: RegistrationPolicy) => boolean;
};
