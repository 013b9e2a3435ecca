type Start = (place: HTMLElement) => unknown;

/**
 * For what few pages have: its script is fetched once there is such a `place`. Where it does not come, it is tried again once
 * there is a line, or she does something there; `tell` hears each time whether it came. Gives back what ends it.
 */
export function startLate(
  place: HTMLElement,
  load: () => Promise<Start>,
  tell: (isHere: boolean) => void = () => undefined,
): () => void {
  const trying = new AbortController();
  const { signal } = trying;
  let isUnderWay = false;
  let end: (() => void) | undefined;

  async function fetchIt(): Promise<void> {
    if (isUnderWay) return;
    isUnderWay = true;
    const start = await load().catch(() => null);
    isUnderWay = false;
    if (signal.aborted) return;
    tell(start !== null);
    if (!start) return;
    trying.abort();
    const begun = start(place);
    if (typeof begun === 'function') end = begun as () => void;
  }
  const tryAgain = () => void fetchIt();

  tryAgain();
  window.addEventListener('online', tryAgain, { signal });
  const around = place.closest('form') ?? place;
  for (const kind of ['change', 'click']) around.addEventListener(kind, tryAgain, { signal });
  return () => {
    trying.abort();
    end?.();
  };
}
