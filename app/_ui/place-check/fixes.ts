/** As many as tell something, core/eligibility/signals/place.ts: then the receiver may rest. */
const mostFixes = 10;
/** Milliseconds. A phone whose receiver says no more in that time will not. */
const longestWatch = 60_000;

/**
 * Tells how often in a row the phone has found exactly the same place, each time anew, until it finds another: with a
 * real receiver that is the second one, so this costs nobody's battery. What it found stays on the phone.
 */
export function watchFixes(
  geolocation: Pick<Geolocation, 'watchPosition' | 'clearWatch'>,
  tell: (times: number) => void,
) {
  let first: GeolocationCoordinates | undefined;
  let last = 0;
  let times = 0;
  const stop = () => {
    clearTimeout(timer);
    geolocation.clearWatch(watch);
  };
  const timer = setTimeout(stop, longestWatch);
  const watch = geolocation.watchPosition(
    ({ coords, timestamp }) => {
      // Told again out of the phone's memory: it carries the time at which it was found.
      if (timestamp <= last) return;
      last = timestamp;
      first ??= coords;
      const isSame = (['latitude', 'longitude', 'accuracy'] as const).every((name) => coords[name] === first?.[name]);
      times = isSame ? times + 1 : 0;
      tell(times);
      if (!isSame || times >= mostFixes) stop();
    },
    () => undefined,
    { enableHighAccuracy: true, maximumAge: 0 },
  );
  return stop;
}
