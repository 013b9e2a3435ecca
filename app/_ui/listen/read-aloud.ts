import { ourVoice } from './our-voice.ts';
import { phoneVoice } from './phone-voice.ts';
import { piecesOf } from './pieces.ts';
import { textsOf } from './texts.ts';
import type { Whose } from './voice.ts';

export type Reading = { pause(): void; resume(): void };

type Given = {
  readonly locale: string;
  readonly whose: Whose;
  readonly player: HTMLAudioElement;
  /** It is heard now, it was paused by the phone, it is read to its end, or the voice broke off; not what she pressed. */
  readonly onChange: (now: 'sounds' | 'paused' | 'read' | 'failed') => void;
};

/**
 * Reads the main part of the page, as it is now, from its beginning to its end; `resume` begins, and goes on after a pause
 * or a failure with the piece that was not heard to its end. A pause ends the voice: on Android `speechSynthesis.pause()`
 * is the same as `cancel()`, and what was being said is lost.
 */
export function readAloud({ locale, whose, player, onChange }: Given): Reading {
  const main = document.getElementById('main');
  const pieces = main ? textsOf(main).flatMap(piecesOf) : [];
  const voice = whose === 'phone' ? phoneVoice(locale) : ourVoice(locale, player);
  let position = 0;

  function speak(): void {
    const piece = pieces[position];
    if (piece === undefined || !voice) {
      onChange(voice ? 'read' : 'failed');
      return;
    }
    voice.say(piece, pieces[position + 1], (now) => {
      if (now === 'said') {
        position += 1;
        speak();
      } else onChange(now);
    });
  }

  return { pause: () => voice?.hush(), resume: speak };
}
