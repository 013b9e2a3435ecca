import { type Problem, problemKinds } from '#core/problem/kinds.ts';

/** What came of sending: led on, refused, or never arrived. */
export type Sent =
  | { readonly kind: 'led'; readonly to: string }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'lost' };

type Answer = { readonly next?: unknown; readonly title?: unknown; readonly numbers?: unknown };

/** A line that lets nothing through keeps a request open for ever; the answer comes in seconds on one that does. */
const longestWait = 60_000;

/**
 * Sends the form by `fetch`. `repeatKey` stays the same until an answer has come, so that a second try over a bad
 * line never asks twice (`Idempotency-Key`).
 */
export async function sendForm(form: HTMLFormElement, repeatKey: string): Promise<Sent> {
  const fields = [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  // AbortSignal.timeout came to Chrome 103 only.
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), longestWait);
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Idempotency-Key': repeatKey },
      body: new URLSearchParams(fields),
      signal: patience.signal,
    });
    return readAnswer((await response.json()) as Answer);
  } catch {
    return { kind: 'lost' };
  } finally {
    clearTimeout(timer);
  }
}

/** A success or an RFC 9457 document, as `server/http` writes them. */
export function readAnswer(answer: Answer): Sent {
  // A problem may name a way on, too (the sign-in), but has to be told first.
  if (answer.title === undefined && typeof answer.next === 'string' && /^\/(?!\/)/.test(answer.next))
    return { kind: 'led', to: answer.next };
  const kind = problemKinds.find((known) => known === answer.title) ?? 'unexpected';
  return { kind: 'refused', problem: isNumbers(answer.numbers) ? { kind, numbers: answer.numbers } : { kind } };
}

function isNumbers(value: unknown): value is Record<string, number> {
  return typeof value === 'object' && value !== null && Object.values(value).every((item) => typeof item === 'number');
}

/** `crypto.randomUUID` is missing where the page came over plain http from another machine. */
export function newRepeatKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
