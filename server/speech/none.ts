import { err } from '#core/result.ts';
import type { Speech } from './contract.ts';

/** Where no program that speaks is installed: nothing is offered. */
export const noSpeech: Speech = {
  locales: [],
  kept: () => undefined,
  say: async () => err({ kind: 'speech-unavailable' }),
};
