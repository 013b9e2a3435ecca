'use client';

import { useEffect, useState } from 'react';
import { type CalendarWords, formatDateTime } from '#core/language/words.ts';
import type { Instant } from '#core/time/instant.ts';
import { fillIn } from '../refusal/refusal-words.ts';

type Props = {
  readonly at: Instant;
  /** East of Greenwich is positive, as in `Fields`. */
  readonly portOffsetMinutes: number;
  readonly words: CalendarWords;
  /** With `{when}` in it. */
  readonly text: string;
};

/** Reads the phone's own zone by `Date`: the library of zones is only for the zones of others, and stays on the server. */
export function PhoneClock({ at, portOffsetMinutes, words, text }: Props) {
  const [shown, setShown] = useState<string>();
  useEffect(() => {
    const here = new Date(at);
    if (-here.getTimezoneOffset() === portOffsetMinutes) return;
    const fields = {
      year: here.getFullYear(),
      month: here.getMonth() + 1,
      day: here.getDate(),
      weekday: here.getDay() || 7,
      hour: here.getHours(),
      minute: here.getMinutes(),
    };
    setShown(formatDateTime(fields, words));
  }, [at, portOffsetMinutes, words]);
  return shown ? <p>{fillIn(text, { when: shown })}</p> : null;
}
