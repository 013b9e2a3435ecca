import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import subsetFont from 'subset-font';
import { openFont, type PaperFont, type Weight } from './open-font.ts';

/**
 * Chinese has too many signs for one file: its font comes in a hundred pieces, by ranges of signs, of which a paper
 * needs some fifteen. Those are unpacked when they are first needed, which can't be done at once: hence `openFontsFor`.
 */
const family = '@fontsource-variable/noto-sans-sc';
const weights = [400, 700] as const;

/** Chinese and Japanese signs, and the punctuation that Chinese shares with others but writes as wide as a sign. */
const chineseForm =
  /^[\u00b7\u2010-\u2027\u2e80-\u312f\u31a0-\u31ff\u3400-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;
const chineseSign =
  /[\p{Script=Han}\p{Script=Bopomofo}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

const require = createRequire(import.meta.url);
const opened = new Map<string, PaperFont>();
const opening = new Map<string, Promise<void>>();
let pieces: ReadonlyMap<number, string> | null = null;

/** Whether punctuation beside it should be as wide as a sign. */
export function hasChineseSigns(text: string): boolean {
  return chineseSign.test(text);
}

export function isChineseForm(cluster: string): boolean {
  return chineseForm.test(cluster);
}

/**
 * Makes ready the fonts of a text, once for all papers; to be awaited before `fontFor` and what asks it. For texts
 * without Chinese signs there is nothing to do.
 */
export async function openFontsFor(text: string): Promise<void> {
  if (!hasChineseSigns(text)) return;
  const needed = new Set(Array.from(text, (sign) => pieceOf(sign)));
  for (const piece of needed) if (piece !== null) for (const weight of weights) await openOnce(piece, weight);
}

/** The font that may have a sign; null: none has. Throws where nobody made it ready: the sign would be left out. */
export function chineseFont(cluster: string, weight: Weight): PaperFont | null {
  const piece = pieceOf(cluster);
  if (piece === null) return null;
  const font = opened.get(nameOf(piece, weight));
  if (!font) throw new Error(`expected the font of "${cluster}" to be open: await openFontsFor(text) before`);
  return font;
}

function pieceOf(cluster: string): string | null {
  if (!isChineseForm(cluster)) return null;
  pieces ??= readPieces();
  return pieces.get(cluster.codePointAt(0) ?? 0) ?? null;
}

/** By code point: which piece has it, such as `118`; of those named otherwise (`latin`) we have better ones. */
function readPieces(): ReadonlyMap<number, string> {
  const ranges = JSON.parse(readFileSync(require.resolve(`${family}/unicode.json`), 'utf8')) as Record<string, string>;
  const found = new Map<number, string>();
  for (const [key, list] of Object.entries(ranges)) {
    const piece = /^\[(\d+)\]$/.exec(key)?.[1];
    if (piece === undefined) continue;
    for (const range of list.split(',')) {
      const [first = 0, last = first] = range
        .slice('U+'.length)
        .split('-')
        .map((hex) => Number.parseInt(hex, 16));
      for (let codePoint = first; codePoint <= last; codePoint += 1) found.set(codePoint, piece);
    }
  }
  return found;
}

function openOnce(piece: string, weight: Weight): Promise<void> {
  const name = nameOf(piece, weight);
  const made = opening.get(name) ?? open(piece, weight);
  opening.set(name, made);
  return made;
}

/** The piece at one weight: what fontkit embeds of a variable font is its thinnest. */
async function open(piece: string, weight: Weight): Promise<void> {
  const file = require.resolve(`${family}/files/noto-sans-sc-${piece}-wght-normal.woff2`);
  const bytes = await subsetFont(readFileSync(file), undefined, {
    keepAllGlyphs: true,
    variationAxes: { wght: weight },
    // No joining, no kerning, no hints: signs stand in squares, and the file stays small.
    keepFeatures: [],
    noHinting: true,
    targetFormat: 'truetype',
  });
  const name = nameOf(piece, weight);
  const font = openFont(name, bytes);
  opened.set(name, {
    ...font,
    // It has some Latin letters, too, for the writing of sounds; a name isn't torn apart for them.
    has: (codePoint) => isChineseForm(String.fromCodePoint(codePoint)) && font.has(codePoint),
  });
}

function nameOf(piece: string, weight: Weight): string {
  return `chinese-${piece}-${weight}`;
}
