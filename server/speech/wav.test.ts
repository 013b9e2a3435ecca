import { expect, test } from 'vitest';
import { wavOf } from './speech.testing.ts';
import { readWav } from './wav.ts';

test('a WAV file without an end has the samples that came', () => {
  const read = readWav(wavOf({ seconds: 0.1 }));
  expect(read?.rate).toBe(22_050);
  expect(read?.values).toHaveLength(2205);
  expect(Math.max(...(read?.values ?? []))).toBeCloseTo(12_000 / 32_768, 2);
});

test('parts before the sound are passed over', () => {
  const wav = wavOf({ seconds: 0.1 });
  const note = Buffer.from('LIST\u0003\0\0\0abc\0', 'latin1');
  const read = readWav(Buffer.concat([wav.subarray(0, 36), note, wav.subarray(36)]));
  expect(read?.values).toHaveLength(2205);
});

test('what is no such file is none', () => {
  const stereo = wavOf({ seconds: 0.1 });
  stereo.writeUInt16LE(2, 22);
  for (const bytes of [
    Buffer.alloc(0),
    Buffer.from('not a sound'.repeat(9)),
    wavOf({ seconds: 0.1 }).subarray(0, 40),
    stereo,
  ])
    expect(readWav(bytes)).toBeNull();
});
