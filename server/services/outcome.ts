import type { AccountId } from '#core/ids.ts';
import type { Problem } from '#core/problem/kinds.ts';
import type { Result } from '#core/result.ts';

/** What every use case answers: a value, or a problem that `locales/<tag>/problem.json` has a sentence for. */
export type Outcome<Value> = Promise<Result<Value, Problem>>;

/** Who does a staff act: a signed-in member of staff, or the schedule. */
export type Actor = AccountId | 'schedule';

export type Applicant = {
  readonly accountId: AccountId;
  /** Random first-party id of the device, from its own cookie; the key of the device limit. */
  readonly deviceId: string;
  readonly locale: string;
};
