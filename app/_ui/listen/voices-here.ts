import { isHeard } from '#core/language/heard.ts';
import type { Whose } from './voice.ts';
import { voiceFor } from './voice-for.ts';

/** Milliseconds in which a phone tells its voices, if it has any; before them nobody asks for ours. */
const patience = 2000;

/**
 * Tells whose voice can read this language, as soon as it is known; never, where there is none. The phone's own goes before
 * ours, which costs data and is hard to understand. Gives back what ends the looking.
 */
export function lookForVoice(locale: string, onFound: (whose: Whose) => void): () => void {
  // Not in every browser, whatever the types say.
  const speech = (window as { readonly speechSynthesis?: SpeechSynthesis }).speechSynthesis;
  let isOver = false;
  let hasPhones = false;
  const look = () => {
    if (isOver || !speech || !voiceFor(locale, speech.getVoices())) return;
    hasPhones = true;
    clearTimeout(timer);
    onFound('phone');
  };
  const askForOurs = async () => {
    const answer = await fetch('/api/speech').catch(() => null);
    const list = answer?.ok
      ? ((await answer.json().catch(() => null)) as { locales?: readonly string[] } | null)
      : null;
    // On a slow line the phone has found its own meanwhile.
    if (!isOver && !hasPhones && list?.locales?.includes(locale)) onFound('ours');
  };
  const timer = isHeard(locale) ? setTimeout(() => void askForOurs(), speech ? patience : 0) : undefined;
  look();
  // Many browsers gather their voices only once they were asked for.
  speech?.addEventListener('voiceschanged', look);
  return () => {
    isOver = true;
    clearTimeout(timer);
    speech?.removeEventListener('voiceschanged', look);
  };
}
