'use client';

import { useEffect, useState } from 'react';
import { type CalendarWords, formatDateTime } from '#core/language/words.ts';
import type { Instant, TimeZone } from '#core/time/instant.ts';
import { fieldsIn } from '#core/time/zone.ts';
import { fillIn } from '../refusal/refusal-words.ts';

type Props = {
  readonly at: Instant;
  readonly portZone: TimeZone;
  readonly words: CalendarWords;
  /** With `{when}` in it. */
  readonly text: string;
};

/** The same moment by the phone's clock, where that shows another time than the port's. Only the phone knows its zone. */
export function PhoneTime({ at, portZone, words, text }: Props) {
  const [shown, setShown] = useState<string>();
  useEffect(() => {
    const zone = Intl.DateTimeFormat('en-US').resolvedOptions().timeZone as TimeZone;
    try {
      const [here, there] = [fieldsIn(at, zone), fieldsIn(at, portZone)];
      if (here.offsetMinutes !== there.offsetMinutes) setShown(formatDateTime(here, words));
    } catch {
      // A zone that the library doesn't know: the port's time is there in any case.
    }
  }, [at, portZone, words]);
  return shown ? <p>{fillIn(text, { when: shown })}</p> : null;
}
