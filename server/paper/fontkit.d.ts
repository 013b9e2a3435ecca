/** What we use of fontkit, which comes without types; pdfkit draws with the same copy. */
declare module 'fontkit' {
  export type Font = {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    /** `features`: even none given, they keep the text from being cut at its spaces. */
    layout(text: string, features: readonly string[]): { readonly advanceWidth: number };
  };
  export function create(bytes: Uint8Array): Font;
}
