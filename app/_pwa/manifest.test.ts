import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Translator } from '#app/_i18n/translator.ts';
import { schemes, tokensIn } from '#app/_ui/gallery/schemes.ts';
import { dirOf, type Locale, translatedLocales } from '#core/language/locales.ts';
import { isPage } from '#server/http/pages.ts';
import { say } from '#tests/support/words.ts';
import { darkThemeColour, groundColour, themeColour } from './colours.ts';
import { manifestOf } from './manifest.ts';

const image = z.strictObject({
  src: z.string().startsWith('/'),
  sizes: z.string().regex(/^\d+x\d+$/),
  type: z.enum(['image/png', 'image/webp']),
});
const colour = z.string().regex(/^#[0-9a-f]{6}$/);
/** The members of W3C's Web Application Manifest and its registry that we use; lengths are what launchers have room for. */
const shape = z.strictObject({
  id: z.literal('/'),
  lang: z.string().refine((tag) => Intl.getCanonicalLocales(tag)[0] === tag),
  dir: z.enum(['ltr', 'rtl']),
  name: z.string().min(1).max(45),
  short_name: z.string().min(1).max(12),
  description: z.string().min(1).max(160),
  start_url: z.string().startsWith('/'),
  scope: z.literal('/'),
  display: z.literal('standalone'),
  theme_color: colour,
  background_color: colour,
  categories: z.array(z.string().regex(/^[a-z]+$/)),
  icons: z.array(image.extend({ purpose: z.enum(['maskable', 'monochrome']).optional() })),
  shortcuts: z
    .array(z.strictObject({ name: z.string().min(1).max(26), url: z.string(), icons: z.array(image).min(1) }))
    .max(4),
  screenshots: z
    .array(image.extend({ label: z.string().min(1), form_factor: z.literal('narrow') }))
    .min(1)
    .optional(),
});

function read(locale: Locale) {
  const t = ((key: string) => say(locale, key)) as unknown as Translator<never>;
  return shape.parse(JSON.parse(JSON.stringify(manifestOf(locale, t))));
}

const manifests = new Map(translatedLocales.map((locale) => [locale, read(locale)]));

describe.each([...manifests])('the manifest in %s', (locale, manifest) => {
  const { icons, shortcuts, screenshots = [] } = manifest;

  test('is of that language: its direction, its pages, and no other language’s words', () => {
    expect([manifest.lang, manifest.dir, manifest.start_url]).toEqual([locale, dirOf(locale), `/${locale}`]);
    for (const { url } of shortcuts) {
      const [, first, ...rest] = url.split('/');
      expect([first, isPage(rest.join('/'))], url).toEqual([locale, true]);
    }
    const others = [...manifests].filter(([other]) => other !== locale).flatMap(([, other]) => words(other));
    expect(words(manifest).filter((text) => others.includes(text))).toEqual([]);
  });

  test('names pictures that are there, of the type and size that it says', async () => {
    for (const { src, sizes, type } of [...icons, ...shortcuts.flatMap((one) => one.icons), ...screenshots]) {
      const { width, height, format } = await sharp(`public${src}`).metadata();
      expect({ sizes: `${width}x${height}`, type: `image/${format}` }, src).toEqual({ sizes, type });
    }
  });

  test('shows its screens in that language or not at all, and they weigh little', () => {
    expect([0, 3]).toContain(screenshots.length);
    for (const { src } of screenshots) {
      expect(src).toContain(`/${locale}/`);
      expect(readFileSync(`public${src}`).length, src).toBeLessThan(16_000);
    }
  });
});

test.each(['ht', 'ru'] as const)('in %s there are pictures of screens', (locale) => {
  expect(manifests.get(locale)?.screenshots).toHaveLength(3);
});

test('all are one app, with what a phone needs to install it', () => {
  const { icons } = read('ht');
  const has = (sizes: string, purpose?: string) =>
    icons.some((icon) => icon.sizes === sizes && icon.purpose === purpose);
  expect([has('192x192'), has('512x512'), has('512x512', 'maskable'), has('192x192', 'monochrome')]).not.toContain(
    false,
  );
  for (const { id, scope, icons: same, theme_color, background_color } of manifests.values())
    expect([id, scope, same, theme_color, background_color]).toEqual(['/', '/', icons, themeColour, groundColour]);
});

test('the colours are those of the pages', () => {
  const tokens = readFileSync('app/_ui/tokens.css', 'utf8');
  expect(tokens).toContain(`--deep: ${themeColour};`);
  expect(tokens).toContain(`--paper: ${groundColour};`);
  expect(tokensIn(tokens, schemes.dark)).toContain(`--tint: ${darkThemeColour};`);
});

function words({ name, description, shortcuts, screenshots = [] }: z.infer<typeof shape>): readonly string[] {
  return [name, description, ...shortcuts.map((one) => one.name), ...screenshots.map(({ label }) => label)];
}
