'use client';

import { useEffect } from 'react';

/** Marks that people look at when something seems odd (DESIGN, rule 12: none of them refuses). Names: core/eligibility/signals.ts */
type Marks = {
  readonly automation: boolean;
  readonly timeZone: string;
  readonly offsetMinutes: number;
  readonly languages: string;
  readonly visitorId?: string;
};

/** Adds the phone's marks to the form of that id when it is sent; the clock as it is at that moment. */
export function DeviceSignals({ form }: { readonly form: string }) {
  useEffect(() => {
    const element = document.getElementById(form);
    let marks: Marks = {
      automation: navigator.webdriver,
      timeZone: Intl.DateTimeFormat('en-US').resolvedOptions().timeZone,
      offsetMinutes: -new Date().getTimezoneOffset(),
      languages: navigator.languages.join(','),
    };
    // `monitoring` would tell its makers of one visit in a thousand.
    import('@fingerprintjs/fingerprintjs')
      .then(({ default: agent }) => agent.load({ monitoring: false }))
      .then((agent) => agent.get())
      .then(({ visitorId }) => {
        marks = { ...marks, visitorId };
      })
      // A phone that lets nobody read it asks just the same.
      .catch(() => undefined);
    const add = (event: FormDataEvent) => {
      event.formData.set('signals', JSON.stringify({ ...marks, clock: Date.now() }));
    };
    element?.addEventListener('formdata', add as EventListener);
    return () => element?.removeEventListener('formdata', add as EventListener);
  }, [form]);
  return null;
}
