/** What we use of subset-font (HarfBuzz), which comes without types. */
declare module 'subset-font' {
  type Wishes = {
    readonly keepAllGlyphs: true;
    readonly variationAxes: Readonly<Record<string, number>>;
    /** OpenType tags. */
    readonly keepFeatures: readonly string[];
    readonly noHinting: boolean;
    readonly targetFormat: 'truetype';
  };
  export default function subsetFont(font: Uint8Array, text: undefined, wishes: Wishes): Promise<Uint8Array>;
}
