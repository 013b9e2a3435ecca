/** A WAV file as eSpeak NG writes it to a pipe: it doesn't know its length beforehand. */
export function wavOf({ seconds, rate = 22_050 }: { readonly seconds: number; readonly rate?: number }): Buffer {
  const samples = Buffer.alloc(Math.floor(seconds * rate) * 2);
  for (let index = 0; index < samples.length / 2; index += 1)
    samples.writeInt16LE(Math.round(12_000 * Math.sin((index * 2 * Math.PI * 440) / rate)), index * 2);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(0x7f_ff_f0_24, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(0x7f_ff_f0_00, 40);
  return Buffer.concat([head, samples]);
}

/** Seconds of an MP3 of 24 kbit/s, whose frames all have the same length; null where it is none. */
export function secondsOf(mp3: Uint8Array): number | null {
  const isFrame = mp3.length > 4 && mp3[0] === 0xff && ((mp3[1] ?? 0) & 0xe0) === 0xe0;
  return isFrame ? (mp3.length * 8) / 24_000 : null;
}
