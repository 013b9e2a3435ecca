'use client';

import { useEffect } from 'react';
import { watchRhythm } from './rhythm.ts';
import { isPhone, renderer, watchMotion } from './sensors.ts';

/**
 * Adds what the phone shows of itself to the form of that id when it is sent, as it is at that moment. For people to
 * look at when something seems odd: none of it refuses (DESIGN, rule 12). Names: core/eligibility/signals/signal.ts
 */
export function DeviceSignals({ form }: { readonly form: string }) {
  useEffect(() => {
    const element = document.getElementById(form);
    const rhythm = watchRhythm();
    const motion = watchMotion();
    const opened = performance.now();
    let visitorId: string | undefined;
    // `monitoring` would tell its makers of one visit in a thousand.
    import('@fingerprintjs/fingerprintjs')
      .then(({ default: agent }) => agent.load({ monitoring: false }))
      .then((agent) => agent.get())
      .then((visitor) => {
        visitorId = visitor.visitorId;
      })
      // A phone that lets nobody read it asks just the same.
      .catch(() => undefined);
    const add = (event: FormDataEvent) => {
      const marks = {
        automation: navigator.webdriver,
        timeZone: Intl.DateTimeFormat('en-US').resolvedOptions().timeZone,
        offsetMinutes: -new Date().getTimezoneOffset(),
        languages: navigator.languages.join(','),
        clock: Date.now(),
        openMilliseconds: Math.round(performance.now() - opened),
        renderer: renderer(),
        phone: isPhone(),
        touch: navigator.maxTouchPoints,
        motion: motion.read(),
        sameFixes: Number(element?.querySelector('[data-same-fixes]')?.getAttribute('data-same-fixes') ?? 0),
        sequence: rhythm.read(),
        visitorId,
      };
      event.formData.set('signals', JSON.stringify(marks));
    };
    element?.addEventListener('formdata', add as EventListener);
    return () => {
      element?.removeEventListener('formdata', add as EventListener);
      rhythm.stop();
      motion.stop();
    };
  }, [form]);
  return null;
}
