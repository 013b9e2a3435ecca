/** What this project uses of `xliff`, which has no types: a second reader for the tests. */
declare module 'xliff' {
  type Read = {
    readonly sourceLanguage: string;
    readonly targetLanguage: string;
    readonly resources: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  const xliff: { xliff12ToJs(text: string): Promise<Read>; xliff2js(text: string): Promise<Read> };
  export default xliff;
}
