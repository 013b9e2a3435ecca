import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `rounded`: as drawn. `whole`: to the edges, for systems that cut their own shape out of it; they may take all but the
 * circle in the middle that is four fifths wide (W3C, Web Application Manifest, maskable icons). `alone`: without its
 * ground and in one colour, which the system replaces.
 */
type Shape = 'rounded' | 'whole' | 'alone';

export type Icon = {
  /** Below `public/`. */
  readonly file: string;
  /** Pixels of a side. */
  readonly size: number;
  /** Below the project's folder, 64 by 64: a ground, and the drawing on it as a group. */
  readonly source: string;
  readonly shape: Shape;
  /** Of the drawing on its ground. */
  readonly scale: number;
};

const mark = 'public/icon.svg';

export const icons: readonly Icon[] = [
  { file: 'icons/icon-192.png', size: 192, source: mark, shape: 'rounded', scale: 1 },
  { file: 'icons/icon-512.png', size: 512, source: mark, shape: 'rounded', scale: 1 },
  { file: 'icons/maskable-192.png', size: 192, source: mark, shape: 'whole', scale: 0.8 },
  { file: 'icons/maskable-512.png', size: 512, source: mark, shape: 'whole', scale: 0.8 },
  { file: 'icons/monochrome-192.png', size: 192, source: mark, shape: 'alone', scale: 0.8 },
  // Where a telephone of Apple looks without being told, too. It rounds the corners.
  { file: 'apple-touch-icon.png', size: 180, source: mark, shape: 'whole', scale: 0.82 },
  ...['status', 'message', 'help'].map(
    (name): Icon => ({
      file: `icons/${name}-192.png`,
      size: 192,
      source: `scripts/build-icons/${name}.svg`,
      shape: 'whole',
      scale: 0.9,
    }),
  ),
];

/** The drawing of an icon, ready to be made into pixels. */
export function drawingOf(root: string, { source, shape, scale, size }: Icon): Buffer {
  const text = readFileSync(join(root, source), 'utf8');
  const [, fill] = /<rect [^>]*fill="(#[0-9a-f]{6})"\/>/.exec(text) ?? [];
  const [group] = /<g [\s\S]*<\/g>/.exec(text) ?? [];
  if (!fill || !group) throw new Error(`${source}: expected a <rect> with a fill, and a <g> upon it`);
  const ground = {
    rounded: `<rect width="64" height="64" rx="14" fill="${fill}"/>`,
    whole: `<rect width="64" height="64" fill="${fill}"/>`,
    alone: '',
  }[shape];
  const drawing = shape === 'alone' ? group.replaceAll(/stroke="#[0-9a-f]{6}"/g, 'stroke="#ffffff"') : group;
  const inMiddle = `translate(32 32) scale(${scale}) translate(-32 -32)`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 64 64">${ground}<g transform="${inMiddle}">${drawing}</g></svg>`,
  );
}
