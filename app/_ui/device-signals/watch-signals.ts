import { watchRhythm } from './rhythm.ts';
import { isPhone, renderer, watchMotion } from './sensors.ts';

/**
 * Watches the page from now on, and adds what it saw to the form around `place` when it is sent. Gives what ends that: from
 * then on nothing is felt, and nothing is sent.
 */
export function watchSignals(place: HTMLElement): () => void {
  const form = place.closest('form');
  let visitorId: string | undefined;
  // Fifteen kilobytes, for those alone who do something here. Who presses at once, or by a program that reads the screen,
  // may send the form before they are there: it is a signal, and no more.
  const rhythm = watchRhythm(() => {
    // `monitoring` would tell its makers of one visit in a thousand.
    import('@fingerprintjs/fingerprintjs')
      .then(({ default: agent }) => agent.load({ monitoring: false }))
      .then((agent) => agent.get())
      .then((visitor) => {
        visitorId = visitor.visitorId;
      })
      // A phone that lets nobody read it asks just the same.
      .catch(() => undefined);
  });
  const motion = watchMotion();
  const opened = performance.now();
  const add = (event: Event) => {
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
      sameFixes: Number(form?.querySelector('[data-same-fixes]')?.getAttribute('data-same-fixes') ?? 0),
      sequence: rhythm.read(),
      visitorId,
    };
    (event as FormDataEvent).formData.set('signals', JSON.stringify(marks));
  };
  form?.addEventListener('formdata', add);
  return () => {
    form?.removeEventListener('formdata', add);
    rhythm.stop();
    motion.stop();
  };
}
