import type { Result } from '#core/result.ts';
import type { PresenceCheck, PresenceFailure, PresenceVerdict } from '#server/presence/contract.ts';
import type { Tools } from './tools.ts';

/** Shorter than a phone waits for the answer to a form. */
const patience = 25_000;

/** The presence check, which may take its time but not for ever: no answer in time is `presence-unavailable`, no miss. */
export async function lookAtPhoto(
  { presence, presencePatience = patience }: Pick<Tools, 'presence' | 'presencePatience'>,
  photos: PresenceCheck,
): Promise<Result<PresenceVerdict, PresenceFailure>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Result<never, PresenceFailure>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, error: { kind: 'presence-unavailable' } }), presencePatience);
  });
  try {
    return await Promise.race([presence.check(photos), late]);
  } finally {
    clearTimeout(timer);
  }
}
