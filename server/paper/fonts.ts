import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chineseFont, hasChineseSigns, isChineseForm } from './chinese-fonts.ts';
import { openFont, type PaperFont, type Weight } from './open-font.ts';
import { unpackWoff } from './unpack-woff.ts';

/**
 * The scripts that paper can be written in, each with the font that has its letters. A language in another script adds
 * its line (and the package of its font). The order is that in which a letter looks for its font; Chinese, whose signs
 * are in a hundred files, comes last (`chinese-fonts.ts`).
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
  { script: 'armenian', family: 'noto-sans-armenian' },
  // Noto's Arabic draws the dots apart from the letters, and several letters with one form: text that is taken out of
  // the paper would have other letters.
  { script: 'arabic', family: 'ibm-plex-sans-arabic' },
] as const;

const require = createRequire(import.meta.url);
const opened = new Map<string, PaperFont>();

function open({ script, family }: (typeof scripts)[number], weight: Weight): PaperFont {
  const name = `${script}-${weight}`;
  const known = opened.get(name);
  if (known) return known;
  const file = require.resolve(`@fontsource/${family}/files/${family}-${script}-${weight}-normal.woff`);
  const made = openFont(name, unpackWoff(readFileSync(file)));
  opened.set(name, made);
  return made;
}

/**
 * The font for a cluster (a letter with its marks): the one in use where it has all of it, else the first that has;
 * null: nobody has it, and it would print as a box. `isChinese`: it stands in a text with Chinese signs, where quotation
 * marks and dashes are as wide as these. Such a text has to be made ready (`openFontsFor`).
 */
export function fontFor(
  cluster: string,
  weight: Weight,
  { inUse, isChinese }: { readonly inUse: PaperFont | null; readonly isChinese: boolean },
): PaperFont | null {
  const codePoints = Array.from(cluster, (character) => character.codePointAt(0) ?? 0);
  const hasAll = (font: PaperFont) => codePoints.every((codePoint) => font.has(codePoint));
  const chinese = () => {
    const font = chineseFont(cluster, weight);
    return font && hasAll(font) ? font : null;
  };
  if (isChinese && isChineseForm(cluster)) {
    const font = chinese();
    if (font) return font;
  }
  if (inUse && hasAll(inUse)) return inUse;
  for (const script of scripts) {
    const font = open(script, weight);
    if (hasAll(font)) return font;
  }
  return isChinese ? chinese() : null;
}

/** Steers the direction of writing or hides in a text; has no form of its own. */
const shapeless = /^[\p{Cf}\p{Cc}]+$/u;

export function isShapeless(cluster: string): boolean {
  return shapeless.test(cluster);
}

/** Whether letters beside it join (Persian, Hindi): without a form, but fonts have to see it. */
export function isJoiner(cluster: string): boolean {
  return cluster === '\u200c' || cluster === '\u200d';
}

/** A letter with the marks upon it, which must not be torn apart. */
export function clustersOf(text: string): readonly string[] {
  return text.match(/\P{M}\p{M}*|^\p{M}+/gu) ?? [];
}

/** Whether every letter has a form in one of the fonts. A text with Chinese signs has to be made ready (`openFontsFor`). */
export function canPrint(text: string): boolean {
  const isChinese = hasChineseSigns(text);
  return clustersOf(text).every(
    (cluster) => isShapeless(cluster) || fontFor(cluster, 400, { inUse: null, isChinese }) !== null,
  );
}
