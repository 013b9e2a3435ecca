import { createHmac, type KeyObject, randomInt } from 'node:crypto';
import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import { err, ok } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import type { Captcha } from './contract.ts';

/** Long enough for a slow connection and a form filled in by two people; the used-store keeps its entries as long. */
const challengeLifeMilliseconds = 20 * 60 * 1000;

/** Of PBKDF2 for each try. Figures and how they were measured: README. */
const roundsOfTry = 1000;

export type AltchaSettings = {
  /** 32 random bytes; the same in every process, and no other use. */
  readonly hmacKey: Uint8Array | KeyObject;
  readonly now: () => Instant;
  /** Remembers `id` until the instant: true for the first who asks, in all processes together, false for the rest. */
  readonly markUsed: (id: string, until: Instant) => Promise<boolean>;
  /** How many tries a challenge takes at most; at least half as many, so that each phone has about the same work. */
  readonly mostTries: number;
  readonly rounds?: number;
};

/** Altcha by `altcha-lib` (proof of work version 2, as the widget 3 solves it): no puzzle, no third party, works offline. */
export function createAltchaCaptcha(settings: AltchaSettings): Captcha {
  const { now, markUsed, mostTries, rounds = roundsOfTry } = settings;
  const secrets = {
    hmacSignatureSecret: secretFor(settings.hmacKey, 'challenge'),
    hmacKeySignatureSecret: secretFor(settings.hmacKey, 'solution'),
  };

  return {
    isSandbox: false,
    origins: [],

    // No `expiresAt`: widget and library hold it against the machine's clock, and a cheap phone whose clock is wrong
    // would see every challenge as expired. The end is in the signed data instead and judged here alone.
    challenge: () =>
      createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: rounds,
        counter: randomInt(Math.floor(mostTries / 2), mostTries),
        deriveKey,
        data: { until: now() + challengeLifeMilliseconds },
        ...secrets,
      }),

    async verify(answer) {
      const payload = readAnswer(answer);
      if (!payload) return err({ kind: 'captcha-missing' });
      const { verified } = await verifySolution({ ...payload, deriveKey, ...secrets });
      const { nonce, data } = payload.challenge.parameters;
      const until = data.until as Instant;
      // After the signature, so that nobody fills the store; last, so that an answer is used up only by passing.
      if (!verified || until <= now() || !(await markUsed(nonce, until))) return err({ kind: 'captcha-missing' });
      return ok('passed');
    },
  };
}

/** Two keys from one, so that a signature of the one kind can never stand for one of the other. */
function secretFor(key: Uint8Array | KeyObject, use: 'challenge' | 'solution'): string {
  return createHmac('sha256', key).update(`puente altcha ${use}`).digest('hex');
}

/** A widget's answer is about 700 characters. */
const longestAnswer = 4000;

const hex = z.string().regex(/^(?:[0-9a-f]{2})+$/);
const answerShape = z.object({
  challenge: z.object({
    parameters: z.strictObject({
      algorithm: z.string(),
      nonce: hex,
      salt: hex,
      cost: z.number(),
      keyLength: z.number(),
      keyPrefix: hex,
      keySignature: hex,
      data: z.strictObject({ until: z.number() }),
    }),
    signature: hex,
  }),
  solution: z.object({ counter: z.number(), derivedKey: hex }),
});

/** Base64 of JSON, as the widget puts it into its hidden field; null for anything else. */
function readAnswer(answer: string | undefined): z.infer<typeof answerShape> | null {
  if (!answer || answer.length > longestAnswer) return null;
  try {
    return answerShape.safeParse(JSON.parse(Buffer.from(answer, 'base64').toString())).data ?? null;
  } catch {
    return null;
  }
}
