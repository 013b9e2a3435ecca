/** In development nothing is built that a worker could keep. */
const hasWorker = process.env.NODE_ENV === 'production';

/** Starts the worker when the page has nothing else to do. Gives back what ends that. */
export function startWorkerLater(locale: string): () => void {
  if (!hasWorker || !('serviceWorker' in navigator)) return () => undefined;
  const start = () => {
    // Without it everything works as long as there is a line.
    import('./worker-here.ts').then(({ startWorker }) => startWorker(locale)).catch(() => undefined);
  };
  // Safari has no moment of its own for what can wait.
  const later =
    'requestIdleCallback' in window ? requestIdleCallback(start, { timeout: 5000 }) : setTimeout(start, 2000);
  return () => ('cancelIdleCallback' in window ? cancelIdleCallback(later as number) : clearTimeout(later));
}
