import { createHash } from 'node:crypto';
import type { Piece } from './contract.ts';

export type Room = {
  readonly mostBytes: number;
  /** Milliseconds after which a sound goes that nobody asked for. */
  readonly longestMs: number;
  readonly now: () => number;
};

/** Sounds in memory. The one that was not asked for the longest goes first, for want of room or of anybody who asks. */
export function keepSounds({ mostBytes, longestMs, now }: Room) {
  // In the order in which they were asked for last.
  const sounds = new Map<string, { readonly sound: Uint8Array; readonly at: number }>();
  let bytes = 0;

  function put(key: string, sound: Uint8Array): void {
    bytes += sound.length - (sounds.get(key)?.sound.length ?? 0);
    sounds.delete(key);
    sounds.set(key, { sound, at: now() });
  }

  function clear(): void {
    for (const [oldest, { sound, at }] of sounds) {
      if (bytes <= mostBytes && now() - at <= longestMs) return;
      sounds.delete(oldest);
      bytes -= sound.length;
    }
  }

  return {
    find(piece: Piece): Uint8Array | undefined {
      clear();
      const key = keyOf(piece);
      const sound = sounds.get(key)?.sound;
      if (sound) put(key, sound);
      return sound;
    },
    keep(piece: Piece, sound: Uint8Array): void {
      put(keyOf(piece), sound);
      clear();
    },
  };
}

/** The words themselves are not kept. */
function keyOf({ locale, text }: Piece): string {
  return createHash('sha256')
    .update(JSON.stringify([locale, text]))
    .digest('base64');
}
