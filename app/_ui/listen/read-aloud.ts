import { ourVoice } from './our-voice.ts';
import { phoneVoice } from './phone-voice.ts';
import { piecesOf } from './pieces.ts';
import { textsOf } from './texts.ts';
import type { Whose } from './voice.ts';

export type Reading = { pause(): void; resume(): void; stop(): void };

type Given = {
  readonly locale: string;
  readonly whose: Whose;
  readonly player: HTMLAudioElement;
  readonly onEnd: (outcome: 'read' | 'failed') => void;
};

/**
 * Reads the main part of the page, from its beginning to its end, and tells once how it ended; not where it was stopped.
 * A pause ends the voice and remembers the piece: on Android `speechSynthesis.pause()` is the same as `cancel()`, and what
 * was being said is lost.
 */
export function readAloud({ locale, whose, player, onEnd }: Given): Reading {
  const voice = whose === 'phone' ? phoneVoice(locale) : ourVoice(locale, player);
  const main = document.getElementById('main');
  const pieces = main ? textsOf(main).flatMap(piecesOf) : [];
  let position = 0;

  function speak(): void {
    const piece = pieces[position];
    if (piece === undefined || !voice) {
      onEnd(voice ? 'read' : 'failed');
      return;
    }
    voice.say(piece, pieces[position + 1], (outcome) => {
      if (outcome === 'failed') {
        onEnd('failed');
        return;
      }
      position += 1;
      speak();
    });
  }

  const hush = () => voice?.hush();
  speak();
  return { pause: hush, resume: speak, stop: hush };
}
