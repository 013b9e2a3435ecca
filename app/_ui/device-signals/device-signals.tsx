'use client';

import { useEffect } from 'react';
import { watchSignals } from './watch-signals.ts';

/**
 * Adds what the phone shows of itself to the form of that id when it is sent, as it is at that moment. For people to
 * look at when something seems odd: none of it refuses (DESIGN, rule 12). Names: core/eligibility/signals/signal.ts
 */
export function DeviceSignals({ form }: { readonly form: string }) {
  useEffect(() => watchSignals(document.getElementById(form)), [form]);
  return null;
}
