'use client';

import { whileHere } from '../state/while-here.ts';
import { watchSignals } from './watch-signals.ts';

const ref = whileHere(watchSignals);

/**
 * Adds what the phone shows of itself to the form that it stands in when that is sent, as it is at that moment. For people
 * to look at when something seems odd: none of it refuses (DESIGN, rule 12). Names: core/eligibility/signals/signal.ts
 */
export function DeviceSignals() {
  return <span hidden ref={ref} data-device-signals="" />;
}
