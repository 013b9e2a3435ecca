import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { isTranslatedLocale } from '#core/language/locales.ts';

/** What it is, how it asks, and that nobody has to trust a message; none shows a person or a sandbox. */
const shown = ['start', 'register-birth', 'is-it-from-us'];

/**
 * The pictures that a browser shows before it installs Puente: the first screenful of a phone, `public/screens/<tag>/`. Twice
 * as high as wide: Chrome takes none that is more than 2.3 times. `from` holds the pictures of the gallery in a language.
 */
export async function makeAppPictures(project: string, locale: string, from: string): Promise<void> {
  if (!isTranslatedLocale(locale)) return;
  const target = join(project, 'public/screens', locale);
  await rm(target, { recursive: true, force: true });
  const there = shown.map((screen) => `${screen}.webp`).filter((file) => existsSync(join(from, file)));
  if (there.length === 0) return;
  await mkdir(target, { recursive: true });
  for (const file of there) {
    const picture = sharp(join(from, file)).extract({ left: 0, top: 0, width: 320, height: 640 });
    await writeFile(join(target, file), await picture.webp({ lossless: true, effort: 6 }).toBuffer());
  }
}
