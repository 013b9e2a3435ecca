import type { Standing } from '#server/services.ts';

/** The step that a browser may not manage by itself, and a person can. */
export function stepNeeding(standing: Standing): 'ask' | 'confirm' | null {
  if (standing.step === 'registered') return 'ask';
  return standing.step === 'offered' ? 'confirm' : null;
}
