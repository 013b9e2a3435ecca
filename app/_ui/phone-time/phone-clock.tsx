'use client';

import { whileHere } from '../state/while-here.ts';
import { type PhoneClockFacts, startPhoneClock } from './start-phone-clock.ts';

const ref = whileHere(startPhoneClock);

/** The same moment by the phone's clock, which only its script knows. */
export function PhoneClock(facts: PhoneClockFacts) {
  return <p hidden ref={ref} data-phone-clock={JSON.stringify(facts)} />;
}
