import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { schemes, tokensIn } from './gallery/schemes.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const textOnGround = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['quiet', 'paper'],
  ['quiet', 'card'],
  ['deep', 'paper'],
  ['deep', 'card'],
  ['deep', 'tint'],
  ['deep', 'bad-tint'],
  ['deep', 'good-tint'],
  ['deep', 'wait-tint'],
  ['deep-dark', 'paper'],
  ['deep-dark', 'tint'],
  ['on-deep', 'deep'],
  ['on-deep', 'deep-dark'],
  ['on-deep', 'bad'],
  ['on-deep', 'ink'],
  ['ink', 'tint'],
  ['quiet', 'tint'],
  ['quiet', 'wait-tint'],
  ['bad', 'paper'],
  ['bad', 'card'],
  ['bad', 'bad-tint'],
  ['ink', 'bad-tint'],
  ['good', 'paper'],
  ['good', 'card'],
  ['good', 'good-tint'],
  ['ink', 'good-tint'],
  ['wait', 'wait-tint'],
  ['ink', 'wait-tint'],
] as const;

const controlOnGround = ['line', 'deep', 'bad', 'ink'].flatMap((edge) => [
  [edge, 'card'] as const,
  [edge, 'paper'] as const,
]);

describe.each(Object.entries(schemes))('the colours, %s', (_, scheme) => {
  const tokens = tokensIn(css, scheme);
  const contrastOf = (one: string, other: string) => contrast(colour(tokens, one), colour(tokens, other));

  test.each(textOnGround)('%s can be read on %s by people who see little', (text, ground) => {
    expect(contrastOf(text, ground)).toBeGreaterThanOrEqual(scheme.hasMoreContrast ? 12 : 7);
  });

  test.each(controlOnGround)('an edge in %s stands out on %s (3:1)', (edge, ground) => {
    expect(contrastOf(edge, ground)).toBeGreaterThanOrEqual(3);
  });

  test('scroll bars, boxes and lists of the browser follow', () => {
    expect(tokens.match(/color-scheme: \w+/g)?.at(-1)).toBe(`color-scheme: ${scheme.isDark ? 'dark' : 'light'}`);
  });
});

test.each(['light-contrast', 'dark-contrast'] as const)('a card has an edge that is seen, %s (3:1)', (name) => {
  const tokens = tokensIn(css, schemes[name]);
  expect(contrast(colour(tokens, 'hair'), colour(tokens, 'paper'))).toBeGreaterThanOrEqual(3);
});

test('a scheme that says one colour says all of them, but for the ring of the focus, which is the same in each', () => {
  const [light = [], ...others] = css.split(':root {').slice(1, 5).map(named);
  expect(light.length).toBeGreaterThan(15);
  for (const names of others) expect(names).toEqual(light.filter((name) => name !== '--focus'));
});

test('no style sheet has a colour of its own, which another scheme would not reach', () => {
  const sheets = globSync('app/**/*.css').filter((path) => !path.endsWith('tokens.css'));
  expect(sheets.length).toBeGreaterThan(20);
  const own = sheets.flatMap((path) => {
    const [onScreen = ''] = readFileSync(path, 'utf8').split('@media print');
    return (onScreen.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\([^)]*\)/g) ?? []).map(
      (found) => `${path}: ${found}`,
    );
  });
  // A QR is read dark on light; a shadow is one on every ground.
  expect(own.sort()).toEqual([
    'app/_ui/language-menu/language-menu.module.css: rgb(0 0 0 / 25%)',
    'app/_ui/qr/qr.module.css: #fff',
  ]);
});

test('paper that is printed on is light, whatever the phone prefers', () => {
  for (const [, query = ''] of css.matchAll(/@media ([^{]*dark[^{]*)\{/g)) expect(query).toMatch(/^screen and /);
});

function named(block: string): readonly string[] {
  return [...block.matchAll(/(--[a-z-]+): #/g)].map(([, name = '']) => name);
}

/** What holds at last. */
function colour(tokens: string, token: string): readonly number[] {
  const hex = [...tokens.matchAll(new RegExp(`--${token}: #([0-9a-f]{6});`, 'g'))].at(-1)?.[1];
  if (!hex) throw new Error(`tokens.css: expected --${token} as six hex digits, found none`);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: readonly number[], other: readonly number[]): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
