import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const textOnGround = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['quiet', 'paper'],
  ['quiet', 'card'],
  ['deep', 'paper'],
  ['deep', 'card'],
  ['deep', 'tint'],
  ['deep-dark', 'paper'],
  ['on-deep', 'deep'],
  ['on-deep', 'deep-dark'],
  ['ink', 'tint'],
  ['quiet', 'tint'],
  ['bad', 'paper'],
  ['bad', 'card'],
  ['bad', 'bad-tint'],
  ['ink', 'bad-tint'],
  ['good', 'good-tint'],
  ['ink', 'good-tint'],
  ['wait', 'wait-tint'],
  ['ink', 'wait-tint'],
] as const;

describe('the colours', () => {
  test.each(textOnGround)('%s can be read on %s by people who see little (7:1)', (text, ground) => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(7);
  });

  test.each([
    ['line', 'card'],
    ['line', 'paper'],
  ])('an edge in %s stands out on %s (3:1)', (edge, ground) => {
    expect(contrast(colour(edge), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});

function colour(token: string): readonly number[] {
  const hex = new RegExp(`--${token}: #([0-9a-f]{6});`).exec(css)?.[1];
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
