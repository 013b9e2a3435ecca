/** What we use of linebreak, which comes without types; pdfkit breaks lines with the same copy. */
declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    /** `position`: in UTF-16 units, behind what belongs to the line before. */
    nextBreak(): { readonly position: number } | null;
  }
}
