/** What `scripts/build/worker.ts` puts in the place of `PUENTE_BUILT`. */
export type Built = {
  /** `/_next/static/…`, icons: the same in every language. */
  readonly shell: List;
  /** By language: its pages that are the same for everybody. */
  readonly languages: Readonly<Record<string, List>>;
  /** By path without the language, as `server/http/pages.ts` has them. */
  readonly pages: Readonly<Record<string, 'static' | 'form' | 'personal'>>;
  /** Pages in no language's list: kept once somebody opened them. */
  readonly onceOpened: readonly string[];
};

type List = {
  readonly entries: readonly Entry[];
  /** As they come over the line, packed. */
  readonly bytes: number;
  /** As they lie on the phone. */
  readonly unpacked: number;
};

/** As workbox-build lists them. `revision` is null where the name changes with the content. */
export type Entry = { readonly url: string; readonly revision: string | null };

declare const PUENTE_BUILT: Built;
export const built = PUENTE_BUILT;
