import { setImmediate } from 'node:timers/promises';
import { createMp3Encoder } from 'wasm-media-encoders';
import type { Samples } from './wav.ts';

/** Kilobits a second: a minute is 180 KB. Below it LAME takes away more of an s than a voice like this can spare. */
const bitrate = 24;

/** Samples that are packed before others get their turn: some 5 ms of the one thread that answers everybody. */
const stride = 4096;

type Encoder = Awaited<ReturnType<typeof createMp3Encoder>>;

/** Packs sound as MP3, by LAME in WebAssembly. One that was used is used again: to make it takes longer than a sentence. */
export function createMp3Packer(): (samples: Samples) => Promise<Uint8Array> {
  const idle: Encoder[] = [];
  return async ({ rate, values }) => {
    const encoder = idle.pop() ?? (await createMp3Encoder());
    encoder.configure({ channels: 1, sampleRate: rate, bitrate });
    const parts: Uint8Array[] = [];
    for (let from = 0; from < values.length; from += stride) {
      // What it gives is its own memory, and is written over.
      parts.push(encoder.encode([values.subarray(from, from + stride)]).slice());
      await setImmediate();
    }
    parts.push(encoder.finalize().slice());
    idle.push(encoder);
    return new Uint8Array(Buffer.concat(parts));
  };
}
