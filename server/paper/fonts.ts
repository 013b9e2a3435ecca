import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { unpackWoff } from './unpack-woff.ts';

/**
 * The scripts that paper can be written in, each with the font that has its letters. A language in another script adds
 * its line (and the package of its font): `{ script: 'arabic', package: 'noto-sans-arabic' }`. The order is that in
 * which a letter looks for its font.
 */
const scripts = [
  { script: 'latin', family: 'noto-sans' },
  { script: 'latin-ext', family: 'noto-sans' },
  { script: 'vietnamese', family: 'noto-sans' },
  { script: 'cyrillic', family: 'noto-sans' },
  { script: 'cyrillic-ext', family: 'noto-sans' },
  { script: 'greek', family: 'noto-sans' },
  { script: 'greek-ext', family: 'noto-sans' },
  { script: 'devanagari', family: 'noto-sans' },
] as const;

export type Weight = 400 | 700;

export type PaperFont = {
  /** Unique among the fonts, such as `latin-400`. */
  readonly name: string;
  /** Opened once for all papers; what is embedded is a subset of it. */
  readonly font: Font;
  has(codePoint: number): boolean;
  /** In points, for a size of one. */
  width(text: string): number;
};

const require = createRequire(import.meta.url);
const opened = new Map<string, PaperFont>();

function open({ script, family }: (typeof scripts)[number], weight: Weight): PaperFont {
  const name = `${script}-${weight}`;
  const known = opened.get(name);
  if (known) return known;
  const file = require.resolve(`@fontsource/${family}/files/${family}-${script}-${weight}-normal.woff`);
  const font: Font = create(unpackWoff(readFileSync(file)));
  const made: PaperFont = {
    name,
    font,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    width: (text) => font.layout(text, []).advanceWidth / font.unitsPerEm,
  };
  opened.set(name, made);
  return made;
}

/**
 * The font for a cluster (a letter with its marks): the one in use where it has all of it, else the first that has;
 * null: nobody has it, and it would print as a box.
 */
export function fontFor(cluster: string, weight: Weight, inUse: PaperFont | null): PaperFont | null {
  const codePoints = Array.from(cluster, (character) => character.codePointAt(0) ?? 0);
  const hasAll = (font: PaperFont) => codePoints.every((codePoint) => font.has(codePoint));
  if (inUse && hasAll(inUse)) return inUse;
  for (const script of scripts) {
    const font = open(script, weight);
    if (hasAll(font)) return font;
  }
  return null;
}

/** Steers the direction of writing or hides in a text; has no form of its own. */
const shapeless = /^[\p{Cf}\p{Cc}]+$/u;

export function isShapeless(cluster: string): boolean {
  return shapeless.test(cluster);
}

/** A letter with the marks upon it, which must not be torn apart. */
export function clustersOf(text: string): readonly string[] {
  return text.match(/\P{M}\p{M}*|^\p{M}+/gu) ?? [];
}

/** Whether every letter has a form in one of the fonts. */
export function canPrint(text: string): boolean {
  return clustersOf(text).every((cluster) => isShapeless(cluster) || fontFor(cluster, 400, null) !== null);
}
