/** What we use of fontkit, which comes without types; pdfkit draws with the same copy. */
declare module 'fontkit' {
  export type Glyph = {
    readonly id: number;
    /** The letters that it shows: of a ligature several. */
    readonly codePoints: readonly number[];
    readonly path: { toSVG(): string };
  };
  export type Font = {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    /** `features`: even none given, they keep the text from being cut at its spaces. */
    layout(
      text: string,
      features: readonly string[],
    ): { readonly advanceWidth: number; readonly glyphs: readonly Glyph[] };
    createSubset(): unknown;
  };
  export function create(bytes: Uint8Array): Font;
}
