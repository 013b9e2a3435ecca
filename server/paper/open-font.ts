import { create, type Font } from 'fontkit';

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

/** `bytes`: a TrueType font. */
export function openFont(name: string, bytes: Uint8Array): PaperFont {
  const font = create(bytes);
  // fontkit keeps with each form the letters it was first asked for. A subset asks for parts of forms, such as the i
  // without its dot, with no letters; in later papers these would be missing from what is copied or searched.
  const parts = create(bytes);
  font.createSubset = () => parts.createSubset();
  return {
    name,
    font,
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    width: (text) => font.layout(text, []).advanceWidth / font.unitsPerEm,
  };
}
