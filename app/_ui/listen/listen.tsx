'use client';

import { useEffect } from 'react';
import { startListening } from './start-listening.ts';

/** Reads the page aloud when she presses; its bar stands in the page already (`listen-bar.tsx`). */
export function Listen() {
  useEffect(() => startListening(), []);
  return null;
}
