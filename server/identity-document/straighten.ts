import sharp, { type OutputInfo } from 'sharp';

/** Degrees that a phone is held askew without noticing, and the step in which they are tried. */
const widest = 6;
const step = 0.5;

/** Pixels: what tesseract reads best; 44 signs across it are some 40 wide each. */
const width = 1800;

/**
 * The part of a photo from `from` (0 the top, 1 the foot) down: grey, with more contrast, turned until its lines lie
 * level. PNG.
 */
export async function straighten(photo: Uint8Array, from: number): Promise<Buffer> {
  const { width: across, height } = await sharp(photo).metadata();
  const top = Math.floor(height * from);
  const part = await sharp(photo)
    .extract({ left: 0, top, width: across, height: height - top })
    .greyscale()
    .normalise()
    .png()
    .toBuffer();
  const angle = await levelAngle(part);
  return sharp(part).rotate(angle, { background: '#ffffff' }).resize({ width }).linear(1.6, -60).png().toBuffer();
}

/** Where lines lie level, dark rows and light rows lie hardest beside each other. */
async function levelAngle(part: Buffer): Promise<number> {
  const small = await sharp(part).resize({ width: 700 }).png().toBuffer();
  let best = { angle: 0, hardness: -1 };
  for (let angle = -widest; angle <= widest; angle += step) {
    const turned = sharp(small).rotate(angle, { background: '#ffffff' }).resize({ width: 700 });
    const { data, info } = await turned.greyscale().raw().toBuffer({ resolveWithObject: true });
    const hardness = hardnessOf(data, info);
    if (hardness > best.hardness) best = { angle, hardness };
  }
  return best.angle;
}

function hardnessOf(data: Buffer, { width: across, height, channels }: OutputInfo): number {
  let before: number | null = null;
  let sum = 0;
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    // The margins hold the table that the document lies on.
    for (let x = Math.round(across * 0.1); x < across * 0.9; x += 1) row += data[(y * across + x) * channels] ?? 0;
    if (before !== null) sum += (row - before) ** 2;
    before = row;
  }
  return sum;
}
