import type { Result } from '#core/result.ts';
import type {
  FaceCheck,
  Presence,
  PresenceCheck,
  PresenceFailure,
  PresenceVerdict,
} from '#server/presence/contract.ts';
import type { Tools } from './tools.ts';

/** Shorter than a phone waits for the answer to a form. */
const patience = 25_000;

type Looking = Pick<Tools, 'presence' | 'presencePatience'>;

/** The presence check, which may take its time but not for ever: no answer in time is `presence-unavailable`, no miss. */
export async function lookAtPhoto(
  tools: Looking,
  photos: PresenceCheck,
): Promise<Result<PresenceVerdict, PresenceFailure>> {
  return await inTime(tools, tools.presence.check(photos));
}

/** The same for a photo of the registration. */
export async function lookForFace(tools: Looking, photo: FaceCheck): ReturnType<Presence['look']> {
  return await inTime(tools, tools.presence.look(photo));
}

async function inTime<Verdict>(
  { presencePatience = patience }: Looking,
  looking: Promise<Result<Verdict, PresenceFailure>>,
): Promise<Result<Verdict, PresenceFailure>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Result<never, PresenceFailure>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, error: { kind: 'presence-unavailable' } }), presencePatience);
  });
  try {
    return await Promise.race([looking, late]);
  } finally {
    clearTimeout(timer);
  }
}
