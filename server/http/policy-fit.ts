import { isDeepStrictEqual } from 'node:util';
import type { Policy } from '#core/policy/policy.ts';
import { registrationSteps } from '#core/registration/answers.ts';
import { isAsked } from '#core/registration/steps.ts';
import type { BuiltFiles } from './built-files.ts';
import type { Page } from './pages.ts';

/** What prerendered pages say of the policy that they were built by. */
export type ShownPolicy = Pick<Policy, 'questions' | 'termsVersion' | 'geofence'>;

export function shownPolicy({ questions, termsVersion, geofence }: Policy): ShownPolicy {
  return { questions, termsVersion, geofence };
}

/**
 * Whether a page is about a question that is asked now, and whether the prerendered one says the same as the policy in
 * force: one that begins while the server runs, that of an operator's file, or a demonstration that asks everything, says
 * otherwise. Then the page is made anew, until the next build.
 */
export function policyFit(
  page: Page,
  { files, policy }: { readonly files: Pick<BuiltFiles, 'policy'> | null; readonly policy: () => Policy },
): 'as-built' | 'otherwise' | 'not-asked' {
  const step = registrationSteps.find((candidate) => page === `register/${candidate}`);
  const parts = [...(step ? (['questions'] as const) : []), ...(partOf[page] ?? [])];
  if (parts.length === 0) return 'as-built';
  const now = policy();
  if (step && !isAsked(step, now.questions)) return 'not-asked';
  const isSame = parts.every((part) => files === null || isDeepStrictEqual(files.policy[part], now[part]));
  return isSame ? 'as-built' : 'otherwise';
}

/** Besides the questions of the registration: which pages say what. */
const partOf: Partial<Record<Page, readonly (keyof ShownPolicy)[]>> = {
  terms: ['termsVersion'],
  'register/terms': ['termsVersion'],
  'ask/send': ['geofence'],
  'offer/confirm': ['geofence'],
};
