'use client';

import { useEffect } from 'react';
import { ListenBar, type ListenWords } from './listen-bar.tsx';
import { startListening } from './start-listening.ts';

/** Reads the page aloud when she presses; React makes its bar once, and leaves it to the script. */
export function Listen({ words }: { readonly words: ListenWords }) {
  useEffect(() => startListening(), []);
  return <ListenBar state="none" reader="phone" words={words} />;
}
