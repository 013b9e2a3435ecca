import { type HeardLocale, heardLocales } from '#core/language/heard.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Piece, Speech, SpeechFailure } from './contract.ts';
import { keepSounds } from './kept-sounds.ts';
import { makeLine } from './line.ts';
import { createMp3Packer } from './mp3.ts';
import { runProgram } from './run-program.ts';
import { readWav } from './wav.ts';

export type EspeakSettings = {
  /** A path, or a name to be looked for. */
  readonly program: string;
  readonly locales: readonly HeardLocale[];
  /** Why a piece was not said, in one word; nothing of the piece. */
  readonly report: (reason: string) => void;
  /** Milliseconds that only go forward. */
  readonly now: () => number;
  readonly patienceMs?: number;
  readonly atOnce?: number;
  readonly waiting?: number;
  readonly keptBytes?: number;
};

/** What eSpeak NG calls its voices. */
const voices = { en: 'en-us', es: 'es-419', ht: 'ht', ru: 'ru' } as const satisfies Readonly<
  Record<HeardLocale, string>
>;

/** Words a minute. Its own pace is 175, quick for a voice that nobody is used to. */
const pace = 150;

/** Three minutes of sound as eSpeak NG makes it; 180 characters take a quarter of a minute. */
const mostBytes = 8 * 1024 * 1024;

const seconds = 1000;
const hour = 3600 * seconds;
const megabytes = 1024 * 1024;

/** The languages that this program has a voice for; null where it doesn't run. */
export async function findVoices(program: string): Promise<readonly HeardLocale[] | null> {
  const run = { args: ['--voices'], input: '', patienceMs: 10 * seconds, mostBytes };
  const listed = await runProgram(program, run);
  if (!listed.ok) return null;
  // ` 5  ht              --/M      Haitian_Creole     roa/ht`
  const known = new Set(
    listed.value
      .toString('utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/)[1]),
  );
  return heardLocales.filter((locale) => known.has(voices[locale]));
}

/** Our voice by the program eSpeak NG, a process for each piece: it is under the GPL, and we only call it. */
export function createEspeakSpeech({
  program,
  locales,
  report,
  now,
  patienceMs = 10 * seconds,
  atOnce = 2,
  waiting = 50,
  keptBytes = 32 * megabytes,
}: EspeakSettings): Speech {
  const sounds = keepSounds({ mostBytes: keptBytes, longestMs: hour, now });
  const line = makeLine({ atOnce, waiting });
  const pack = createMp3Packer();
  const underWay = new Map<string, Promise<Result<Uint8Array, SpeechFailure>>>();

  const unavailable = (reason: string) => {
    report(reason);
    return err({ kind: 'speech-unavailable' });
  };

  async function make({ locale, text }: Piece): Promise<Result<Uint8Array, SpeechFailure>> {
    const args = ['-v', voices[locale], '-s', String(pace), '-b', '1', '--stdin', '--stdout'];
    const ran = await runProgram(program, { args, input: plain(text), patienceMs, mostBytes });
    if (!ran.ok) return unavailable(ran.error.kind);
    const samples = readWav(ran.value);
    return samples && samples.values.length > 0 ? ok(await pack(samples)) : unavailable('no-sound');
  }

  async function inLine(piece: Piece): Promise<Result<Uint8Array, SpeechFailure>> {
    const turn = await line(() => make(piece));
    if (!turn.ok) return unavailable(turn.error.kind);
    if (turn.value.ok) sounds.keep(piece, turn.value.value);
    return turn.value;
  }

  return {
    locales,
    kept: (piece) => sounds.find(piece),
    async say(piece) {
      if (!locales.includes(piece.locale)) return err({ kind: 'speech-unavailable' });
      const before = sounds.find(piece);
      if (before) return ok(before);
      const key = JSON.stringify([piece.locale, piece.text]);
      const running = underWay.get(key) ?? inLine(piece).finally(() => underWay.delete(key));
      underWay.set(key, running);
      return await running;
    },
  };
}

/** To eSpeak NG two brackets begin a list of sounds instead of words. */
function plain(text: string): string {
  return text.replaceAll(/\[{2,}|\]{2,}/g, ' ');
}
