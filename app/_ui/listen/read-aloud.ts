import { piecesOf } from './pieces.ts';
import { textsOf } from './texts.ts';
import { voiceFor } from './voice.ts';

export type Reading = { pause(): void; resume(): void; stop(): void };

/**
 * Reads the main part of the page, from its beginning to its end, and tells once how it ended; not where it was stopped.
 * A pause ends the voice and remembers the piece: on Android `speechSynthesis.pause()` is the same as `cancel()`, and what
 * was being said is lost.
 */
export function readAloud(locale: string, onEnd: (outcome: 'read' | 'failed') => void): Reading {
  const speech = window.speechSynthesis;
  const voice = voiceFor(locale, speech.getVoices());
  const main = document.getElementById('main');
  const pieces = main ? textsOf(main).flatMap(piecesOf) : [];
  let position = 0;
  // What was said in an earlier turn ends late, and means nothing any more.
  let turn = 0;
  // Chrome forgets one that nobody holds, and its end never comes.
  let spoken: SpeechSynthesisUtterance | undefined;

  function speak(): void {
    const piece = pieces[position];
    if (piece === undefined || !voice) {
      spoken = undefined;
      onEnd(voice ? 'read' : 'failed');
      return;
    }
    const mine = turn;
    spoken = new SpeechSynthesisUtterance(piece);
    spoken.lang = voice.lang;
    spoken.voice = voice;
    spoken.addEventListener('end', () => {
      if (mine !== turn) return;
      position += 1;
      speak();
    });
    spoken.addEventListener('error', () => {
      if (mine !== turn) return;
      turn += 1;
      onEnd('failed');
    });
    speech.speak(spoken);
  }

  function hush(): void {
    turn += 1;
    spoken = undefined;
    speech.cancel();
  }

  // Of a page before, whose browser did not stop it.
  if (speech.speaking || speech.pending) speech.cancel();
  speak();
  return { pause: hush, resume: speak, stop: hush };
}
