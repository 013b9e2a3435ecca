import type { WaitingAnswer } from '../worker-messages.ts';
import { meaningOf } from './answer.ts';
import { allWaiting, bodyOf, dropWaiting, markRefused, type Waiting } from './waiting.ts';

/** What came of sending all that waits. */
export type Sending = NonNullable<WaitingAnswer['sending']>;

/** Sends what waits, one after the other in its order; two tabs and the browser's own sync never do it at once. */
export async function sendAll(): Promise<Sending> {
  return navigator.locks.request('puente-waiting', sendInOrder);
}

async function sendInOrder(): Promise<Sending> {
  for (const one of await allWaiting()) {
    if (one.state !== 'waits') continue;
    const meaning = await send(one);
    if (meaning === 'later' || meaning === 'sign-in') return meaning;
    if (meaning === 'sent') await dropWaiting(one.name);
    else if (!(await markRefused(one, meaning)).ok) return 'later';
  }
  return 'done';
}

async function send(one: Waiting) {
  const body = await bodyOf(one);
  if (!body) return 'refused';
  try {
    const answer = await fetch(one.path, {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        'Idempotency-Key': one.name.split(' ')[1] ?? '',
        ...(one.whose === '' ? {} : { 'Puente-Whose': one.whose }),
      },
      body,
    });
    return meaningOf({ path: one.path, status: answer.status, document: await answer.json().catch(() => null) });
  } catch {
    return 'later';
  }
}
