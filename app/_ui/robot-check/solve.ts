import { type Challenge, solveChallengeWorkers } from 'altcha/lib';

/** Cheap phones get hot and kill the page when all their cores work. */
const mostWorkers = 2;

/**
 * Solves a challenge (Altcha, proof of work version 2) by Altcha's own worker, bundled and served by us: the widget's
 * would come as a blob and bring its own styles and words. Gives what the widget would post, or null.
 */
export async function solveRobotCheck(challenge: Challenge): Promise<string | null> {
  const solution = await solveChallengeWorkers({
    challenge,
    concurrency: Math.min(mostWorkers, navigator.hardwareConcurrency || 1),
    createWorker: () => new Worker(new URL('altcha/workers/pbkdf2', import.meta.url)),
  });
  if (!solution) return null;
  const { parameters, signature } = challenge;
  return btoa(JSON.stringify({ challenge: { parameters, signature }, solution }));
}
