'use client';

import { useEffect } from 'react';

/** In development nothing is built that a worker could keep. */
const hasWorker = process.env.NODE_ENV === 'production';

/**
 * On every page: says whether there is a line, as an attribute that style sheets look at, and starts the worker when the
 * page has nothing else to do.
 */
export function PhoneSide({ locale }: { readonly locale: string }) {
  useEffect(() => {
    const { dataset } = document.documentElement;
    const lose = () => {
      dataset['line'] = 'none';
    };
    const find = () => {
      delete dataset['line'];
    };
    // Not the other way round: a page that the worker took from the phone knows better than the browser.
    if (!navigator.onLine) lose();
    window.addEventListener('offline', lose);
    window.addEventListener('online', find);
    return () => {
      window.removeEventListener('offline', lose);
      window.removeEventListener('online', find);
    };
  }, []);

  useEffect(() => {
    if (!hasWorker || !('serviceWorker' in navigator)) return undefined;
    const start = () => {
      // Without it everything works as long as there is a line.
      import('./worker-here.ts').then(({ startWorker }) => startWorker(locale)).catch(() => undefined);
    };
    // Safari has no moment of its own for what can wait.
    const later =
      'requestIdleCallback' in window ? requestIdleCallback(start, { timeout: 5000 }) : setTimeout(start, 2000);
    return () => ('cancelIdleCallback' in window ? cancelIdleCallback(later as number) : clearTimeout(later));
  }, [locale]);
  return null;
}
