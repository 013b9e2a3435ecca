import type { Env } from './env.ts';
import type { Log } from './log.ts';
import type { Speech } from './speech/contract.ts';
import { createEspeakSpeech, findVoices } from './speech/espeak.ts';
import { noSpeech } from './speech/none.ts';
import { onceAMinute } from './speech/once-a-minute.ts';
import { CannotStart } from './start-failure.ts';

/** The voice that `ESPEAK_NG` names; unset, the one on the PATH, or none. Throws CannotStart where a named one doesn't run. */
export async function wireSpeech({ espeak }: Pick<Env, 'espeak'>, log: Pick<Log, 'event'>): Promise<Speech> {
  if (espeak === 'off') return noSpeech;
  const program = espeak ?? 'espeak-ng';
  const locales = await findVoices(program);
  if (locales) {
    const now = () => performance.now();
    const report = onceAMinute((reason) => log.event('speech', { reason }), now);
    return createEspeakSpeech({ program, locales, report, now });
  }
  if (espeak === undefined) return noSpeech;
  throw new CannotStart({
    kind: 'wrong-variable',
    variable: 'ESPEAK_NG',
    expected: 'off, or the path of an espeak-ng that runs',
  });
}
