/** Sound as numbers from -1 to 1, so many a second, in one channel. */
export type Samples = { readonly rate: number; readonly values: Float32Array };

/**
 * The samples of a WAV file (RIFF, Microsoft 1991) of 16 bits in one channel; null for anything else. A program that writes
 * it to a pipe doesn't know its length beforehand, so the last part goes to the end, whatever it says of itself.
 */
export function readWav(file: Buffer): Samples | null {
  if (file.length < 44 || file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE')
    return null;
  let rate = 0;
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    const from = at + 8;
    if (name === 'fmt ' && from + 16 <= file.length) {
      const isPlain =
        file.readUInt16LE(from) === 1 && file.readUInt16LE(from + 2) === 1 && file.readUInt16LE(from + 14) === 16;
      if (!isPlain) return null;
      rate = file.readUInt32LE(from + 4);
    }
    if (name === 'data') return rate === 0 ? null : { rate, values: valuesOf(file.subarray(from, from + length)) };
    // Parts begin at even places.
    at = from + length + (length % 2);
  }
  return null;
}

function valuesOf(bytes: Buffer): Float32Array {
  const values = new Float32Array(Math.floor(bytes.length / 2));
  for (let index = 0; index < values.length; index += 1) values[index] = bytes.readInt16LE(index * 2) / 32_768;
  return values;
}
