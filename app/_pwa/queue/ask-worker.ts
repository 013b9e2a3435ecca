import { messageSW } from 'workbox-window';
import type { Sending } from './send.ts';

/** What pages ask of the service worker, which alone sends what waits. */
export type WaitingQuestion =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'send-waiting' }
  | { readonly kind: 'drop-waiting'; readonly name: string };

export type WaitingAnswer = {
  readonly rows: readonly WaitingRow[];
  /** What came of sending; null: nothing was sent. */
  readonly sending: Sending | null;
};

/** One thing that waits, without what it says. */
export type WaitingRow = {
  readonly name: string;
  /** The page whose form it was, such as `register/name`. */
  readonly page: string;
  readonly isRefused: boolean;
  readonly at: number;
};

/** null: no service worker looks after this page, so nothing waits. */
export async function askWorker(question: WaitingQuestion): Promise<WaitingAnswer | null> {
  const worker = navigator.serviceWorker?.controller;
  return worker ? ((await messageSW(worker, question)) as WaitingAnswer) : null;
}
