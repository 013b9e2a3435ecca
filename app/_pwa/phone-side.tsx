'use client';

import { useEffect } from 'react';
import { watchLine } from './line/watch-line.ts';
import { startWorkerLater } from './start-worker-later.ts';

/** On every page: what the phone itself knows and keeps. Pages without run-time have `plain.ts` in its place. */
export function PhoneSide({ locale }: { readonly locale: string }) {
  useEffect(() => watchLine(), []);
  useEffect(() => startWorkerLater(locale), [locale]);
  return null;
}
