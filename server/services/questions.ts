import type { Questions } from '#core/policy/policy.ts';

export type QuestionServices = {
  /** What is asked at registration now: by the policy in force, or everything there is. */
  questions(): Questions;
};
