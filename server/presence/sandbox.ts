import { err, ok } from '#core/result.ts';
import type { Presence } from './contract.ts';
import { isWholeJpeg } from './photo.ts';

/**
 * The double: looks that both photos are photos, then says what the person on the panel wished: one of
 * `sandboxWishes`; anything else is `match`. Busy and down come first, as from a vendor who
 * doesn't even look; a live photo that can't be read is a miss whatever was wished.
 */
export function createSandboxPresence(): Presence {
  return {
    isSandbox: true,
    async look({ photo, sandboxWish }) {
      if (sandboxWish === 'busy') return err({ kind: 'presence-throttled', retryAfterSeconds: 5 });
      if (sandboxWish === 'down') return err({ kind: 'presence-unavailable' });
      if (sandboxWish === 'miss' || !(await isWholeJpeg(photo))) return err({ kind: 'presence-missed' });
      return ok({ verdict: sandboxWish === 'unsure' ? 'unsure' : 'face-seen' });
    },
    async check({ live, earlier, sandboxWish }) {
      if (sandboxWish === 'busy') return err({ kind: 'presence-throttled', retryAfterSeconds: 5 });
      if (sandboxWish === 'down') return err({ kind: 'presence-unavailable' });
      if (!(await isWholeJpeg(live))) return err({ kind: 'presence-missed' });
      // Not her doing: a person compares.
      if (!(await isWholeJpeg(earlier))) return ok({ verdict: 'person-decides', reason: 'unsure' });
      if (sandboxWish === 'miss') return err({ kind: 'presence-missed' });
      if (sandboxWish === 'unsure') return ok({ verdict: 'person-decides', reason: 'unsure' });
      return ok({ verdict: 'live-match', score: 0.99 });
    },
  };
}
