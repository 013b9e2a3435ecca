/** Milliseconds that count as the same pause: finer would tell nothing, and be nearer to how one person moves. */
const beat = 50;
const longest = 12;

/**
 * The pauses between touches and keys on this page, such as `p12.p31.k2`, in beats: no position, no key. A program that
 * fills in one form after the other keeps the same rhythm; people don't. Tells of the first of them.
 */
export function watchRhythm(onFirst: () => void): { readonly read: () => string; readonly stop: () => void } {
  const steps: string[] = [];
  let last = performance.now();
  const step = (event: Event) => {
    if (steps.length >= longest) return;
    if (steps.length === 0) onFirst();
    const beats = Math.min(9999, Math.round((event.timeStamp - last) / beat));
    steps.push(`${event.type === 'keydown' ? 'k' : 'p'}${Math.max(0, beats)}`);
    last = event.timeStamp;
  };
  document.addEventListener('pointerdown', step, { passive: true });
  document.addEventListener('keydown', step, { passive: true });
  return {
    read: () => steps.join('.'),
    stop() {
      document.removeEventListener('pointerdown', step);
      document.removeEventListener('keydown', step);
    },
  };
}
