import type { PageSession } from '#server/session-for-pages.ts';

type Outcome = ReturnType<PageSession['outcomeFor']>;

/**
 * What came of a write on a page about one of several people; null where it was about another one: what was typed about
 * her is not shown here. A body that could not be read says nothing of anybody, and came from this page.
 */
export function outcomeAbout(waiting: Outcome, person: string | undefined): Outcome {
  const hasEntered = waiting !== null && Object.keys(waiting.entered).length > 0;
  return hasEntered && (waiting.entered['person'] ?? '') !== (person ?? '') ? null : waiting;
}

/** When (milliseconds since 1970) it came to what the page's form is filled with; null: nothing of what was sent could be kept. */
export function handedBackAt(outcome: Outcome): number | null {
  return outcome && Object.keys(outcome.entered).some((name) => name !== 'person') ? outcome.at : null;
}
