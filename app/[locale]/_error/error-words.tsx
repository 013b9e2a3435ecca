'use client';

import { createContext, type ReactNode, useContext } from 'react';

/** The words of the page that shows a mistake of ours: by then no message can be asked for any more. */
export type ErrorWords = {
  readonly title: string;
  readonly what: string;
  readonly next: string;
  /** With `{id}` in it. */
  readonly requestId: string;
  readonly retry: string;
};

const Context = createContext<ErrorWords | null>(null);

export function ErrorWordsProvider({ words, children }: { readonly words: ErrorWords; readonly children: ReactNode }) {
  return <Context value={words}>{children}</Context>;
}

export function useErrorWords(): ErrorWords {
  const words = useContext(Context);
  if (!words) throw new Error('expected ErrorWordsProvider around the page, found none: see app/[locale]/layout.tsx');
  return words;
}
