import type { SpeechServices } from '../services/speech.ts';
import { sayPiece } from '../use-cases/say-piece.ts';
import type { Tools } from '../use-cases/tools.ts';

export function bindSpeech(tools: Tools): SpeechServices {
  return { heardLocales: () => tools.speech.locales, sayPiece: (input) => sayPiece(tools, input) };
}
