import { soundOf } from './sounds.ts';
import type { Voice } from './voice.ts';

/** Our server's voice, by `player`: one that she pressed for, since iOS lets no other sound by itself. */
export function ourVoice(locale: string, player: HTMLAudioElement): Voice {
  // What comes of an earlier turn comes late, and means nothing any more.
  let turn = 0;
  let end: ((outcome: 'said' | 'failed') => void) | undefined;
  player.addEventListener('ended', () => end?.('said'));
  player.addEventListener('error', () => end?.('failed'));

  async function play(piece: string, next: string | undefined, isMine: () => boolean): Promise<void> {
    const sound = await soundOf(locale, piece);
    if (!isMine()) return;
    player.src = sound;
    await player.play();
    // Fetched while this one is heard; should it fail, it is asked for again when its turn comes.
    if (next !== undefined && isMine()) soundOf(locale, next).catch(() => undefined);
  }

  return {
    say(piece, next, onEnd) {
      turn += 1;
      const mine = turn;
      const isMine = () => mine === turn;
      end = (outcome) => {
        if (!isMine()) return;
        turn += 1;
        onEnd(outcome);
      };
      const ended = end;
      play(piece, next, isMine).catch(() => ended('failed'));
    },
    hush() {
      turn += 1;
      player.pause();
    },
  };
}
