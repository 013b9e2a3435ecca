/**
 * Makes the icons of phones and their shortcuts out of `public/icon.svg` and the drawings in `scripts/build-icons/`. Run
 * it by `node scripts/build-icons.ts` when a drawing changes, and commit what it writes.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { drawingOf, icons } from './build-icons/icons.ts';

const root = join(import.meta.dirname, '..');

for (const icon of icons) {
  const target = join(root, 'public', icon.file);
  mkdirSync(dirname(target), { recursive: true });
  // A drawing of four colours with soft edges: 64 colours look the same, and are a third of the bytes.
  const { size } = await sharp(drawingOf(root, icon))
    .png({ palette: true, colours: 64, compressionLevel: 9, effort: 10 })
    .toFile(target);
  process.stdout.write(`public/${icon.file}: ${size} bytes\n`);
}
