import { isDeepStrictEqual } from 'node:util';
import type { Questions } from '#core/policy/policy.ts';
import { registrationSteps } from '#core/registration/answers.ts';
import { isAsked } from '#core/registration/steps.ts';
import type { BuiltFiles } from './built-files.ts';
import type { Page } from './pages.ts';

/**
 * Whether a page is about a question that is asked now, and whether the prerendered pages ask the same as the policy in
 * force: one that begins while the server runs, or a demonstration that asks everything, asks otherwise. Then each form
 * of the registration is made anew, until the next build.
 */
export function questionsFit(
  page: Page,
  { files, questions }: { readonly files: Pick<BuiltFiles, 'questions'> | null; readonly questions: () => Questions },
): 'as-built' | 'asked-otherwise' | 'not-asked' {
  const step = registrationSteps.find((candidate) => page === `register/${candidate}`);
  if (!step) return 'as-built';
  const now = questions();
  if (!isAsked(step, now)) return 'not-asked';
  return files === null || isDeepStrictEqual(files.questions, now) ? 'as-built' : 'asked-otherwise';
}
