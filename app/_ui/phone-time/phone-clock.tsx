'use client';

import { useEffect, useState } from 'react';
import { type CalendarWords, formatDateTime } from '#core/language/words.ts';
import type { Instant } from '#core/time/instant.ts';
import { fillIn } from '../refusal/refusal-words.ts';
import { fieldsHere } from './fields-here.ts';

type Props = {
  readonly at: Instant;
  /** East of Greenwich is positive, as in `Fields`. */
  readonly portOffsetMinutes: number;
  readonly words: CalendarWords;
  /** With `{when}` in it. */
  readonly text: string;
};

/** The same moment by the phone's clock. */
export function PhoneClock({ at, portOffsetMinutes, words, text }: Props) {
  const [shown, setShown] = useState<string>();
  useEffect(() => {
    if (-new Date(at).getTimezoneOffset() === portOffsetMinutes) return;
    setShown(formatDateTime(fieldsHere(at), words));
  }, [at, portOffsetMinutes, words]);
  return shown ? <p>{fillIn(text, { when: shown })}</p> : null;
}
