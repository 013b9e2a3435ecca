import { worker } from './scope.ts';

/** Network Information, which Chromium has alone. */
type Connection = { readonly saveData?: boolean; readonly effectiveType?: string };

function connection(): Connection {
  return (worker.navigator as unknown as { readonly connection?: Connection }).connection ?? {};
}

/** Her phone asks sites to save data (W3C, Save-Data). */
export function savesData(): boolean {
  return connection().saveData === true;
}

/** Nothing large comes by itself: that, or a line of 2G, on which it would hold up the pages that she opens. */
export function isSparing(): boolean {
  return savesData() || /^(slow-)?2g$/.test(connection().effectiveType ?? '');
}
