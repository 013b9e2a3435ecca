import { soundOf } from './sounds.ts';
import type { Voice } from './voice.ts';

/** Our server's voice, by `player`: one that she pressed for, since iOS lets no other sound by itself. */
export function ourVoice(locale: string, player: HTMLAudioElement): Voice {
  // What comes of an earlier turn comes late, and means nothing any more.
  let turn = 0;
  let end: ((outcome: 'said' | 'paused' | 'failed') => void) | undefined;
  player.addEventListener('ended', () => end?.('said'));
  player.addEventListener('error', () => end?.('failed'));
  // A call, or a headphone that is pulled out. It also comes at the end of each sound.
  player.addEventListener('pause', () => {
    if (!player.ended) end?.('paused');
  });

  type Mine = { readonly isMine: () => boolean; readonly onSound: () => void };

  async function play(piece: string, next: string | undefined, { isMine, onSound }: Mine): Promise<void> {
    const sound = await soundOf(locale, piece);
    if (!isMine()) return;
    player.src = sound;
    await player.play();
    if (!isMine()) return;
    onSound();
    // Fetched while this one is heard; should it fail, it is asked for again when its turn comes.
    if (next !== undefined) soundOf(locale, next).catch(() => undefined);
  }

  return {
    say(piece, next, onChange) {
      turn += 1;
      const mine = turn;
      const isMine = () => mine === turn;
      end = (outcome) => {
        if (!isMine()) return;
        turn += 1;
        onChange(outcome);
      };
      const ended = end;
      play(piece, next, { isMine, onSound: () => onChange('sounds') }).catch(() => ended('failed'));
    },
    hush() {
      turn += 1;
      player.pause();
    },
  };
}
