import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawingOf, type Icon, icons } from './icons.ts';

const root = process.cwd();
const pixelsOf = (image: Buffer | string) => sharp(image).ensureAlpha().raw().toBuffer();
const inPublic = ({ file }: Icon) => `public/${file}`;

/** The colours outside of the circle that every system leaves whole. */
async function coloursOutside(icon: Icon): Promise<number> {
  const pixels = new Uint32Array(new Uint8Array(await pixelsOf(inPublic(icon))).buffer);
  const middle = icon.size / 2;
  const isOutside = (_: number, at: number) =>
    Math.hypot((at % icon.size) + 0.5 - middle, Math.floor(at / icon.size) + 0.5 - middle) > 0.4 * icon.size;
  return new Set(pixels.filter(isOutside)).size;
}

test.each(icons)('$file is of the drawing as it is now (node scripts/build-icons.ts)', async (icon) => {
  // What is seen through has no colour of its own.
  const onGrey = (image: Buffer | string) => sharp(image).flatten({ background: '#777777' }).raw().toBuffer();
  const [drawn, kept] = await Promise.all([onGrey(drawingOf(root, icon)), onGrey(inPublic(icon))]);
  expect(kept).toHaveLength(drawn.length);
  // Few colours, and another version of the program that draws, move edges a little.
  const off = drawn.reduce((sum, value, at) => sum + Math.abs(value - (kept[at] ?? 0)), 0) / drawn.length;
  expect(off).toBeLessThan(1);
});

test.each(icons.filter(({ shape }) => shape !== 'rounded'))(
  '$file keeps its drawing where no system cuts',
  async (icon) => {
    expect(await coloursOutside(icon)).toBe(1);
  },
);

test('a whole icon has a ground to its corners, and the one in one colour has none', async () => {
  const corners = await Promise.all(
    icons.map(async (icon) => [icon.shape, (await pixelsOf(inPublic(icon)))[3]] as const),
  );
  for (const [shape, opacity] of corners) expect([shape, opacity]).toEqual([shape, shape === 'whole' ? 255 : 0]);
});

test('the head of each page has the same drawing', () => {
  const paths = (file: string) => [...readFileSync(file, 'utf8').matchAll(/ d="([^"]+)"/g)].map(([, path]) => path);
  expect(paths('public/icon.svg')).not.toEqual([]);
  expect(paths('app/_ui/shell/mark.tsx')).toEqual(paths('public/icon.svg'));
});
