import type { Voice } from './voice.ts';
import { voiceFor } from './voice-for.ts';

/** By the phone: a call, another page that speaks, a screen that went dark. */
const stopped: ReadonlySet<SpeechSynthesisErrorCode> = new Set(['interrupted', 'canceled']);

/** The phone's own voice for this language, or null. */
export function phoneVoice(locale: string): Voice | null {
  const speech = window.speechSynthesis;
  const voice = voiceFor(locale, speech.getVoices());
  if (!voice) return null;
  // What was said in an earlier turn ends late, and means nothing any more.
  let turn = 0;
  // Chrome forgets one that nobody holds, and its end never comes.
  let spoken: SpeechSynthesisUtterance | undefined;
  // Of a page before, whose browser did not stop it.
  if (speech.speaking || speech.pending) speech.cancel();

  return {
    say(piece, _next, onChange) {
      turn += 1;
      const mine = turn;
      const end = (outcome: 'said' | 'paused' | 'failed') => {
        if (mine !== turn) return;
        turn += 1;
        spoken = undefined;
        onChange(outcome);
      };
      spoken = new SpeechSynthesisUtterance(piece);
      spoken.lang = voice.lang;
      spoken.voice = voice;
      spoken.addEventListener('end', () => end('said'));
      spoken.addEventListener('error', ({ error }) => end(stopped.has(error) ? 'paused' : 'failed'));
      speech.speak(spoken);
      // Not every phone tells when it begins.
      onChange('sounds');
    },
    hush() {
      turn += 1;
      spoken = undefined;
      speech.cancel();
    },
  };
}
