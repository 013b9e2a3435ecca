import sharp from 'sharp';

type Manner = {
  readonly font: string;
  /** Degrees */
  readonly tilt?: number;
  /** The deviation of a noise over the picture. */
  readonly noise?: number;
};

/** A page of a document with its machine-readable lines at the foot, on a table, as a phone takes it. JPEG. */
export async function documentPicture(
  lines: readonly string[],
  { font, tilt = 0, noise = 0 }: Manner,
): Promise<Uint8Array> {
  const [width, height] = [1600, 1120];
  const size = (width * 0.9) / (lines[0]?.length ?? 1) / 0.602;
  const text = lines.map((line, index) => {
    const y = height - size * 1.7 * (lines.length - index) + size * 0.5;
    const escaped = line.replaceAll('<', '&lt;');
    return `<text x="${width * 0.05}" y="${y}" font-family="${font}" font-size="${size}" fill="#222">${escaped}</text>`;
  });
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#e8e4d8"/><rect x="90" y="170" width="400" height="450" fill="#a08060"/>
    <text x="640" y="220" font-size="40">UTOPIA</text><text x="640" y="390" font-size="36">ERIKSSON</text>${text.join('')}</svg>`;
  const turned = await sharp(Buffer.from(page)).rotate(tilt, { background: '#776655' }).png().toBuffer();
  const { width: across, height: down } = await sharp(turned).metadata();
  const speckles = { type: 'gaussian', mean: 128, sigma: Math.max(noise, 1) } as const;
  const over = sharp({ create: { width: across, height: down, channels: 3, background: '#808080', noise: speckles } });
  const noisy = sharp(turned).composite(noise ? [{ input: await over.png().toBuffer(), blend: 'soft-light' }] : []);
  return new Uint8Array(await noisy.jpeg({ quality: 70 }).toBuffer());
}
