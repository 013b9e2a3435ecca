import { startLate } from './start-late.ts';

/**
 * For `ref`, made once a module: begins with the element that React has put there, and ends when that goes. What `start`
 * gives back ends it.
 */
export function whileHere(start: (place: HTMLElement) => () => void) {
  return (place: HTMLElement | null) => (place ? start(place) : undefined);
}

/** As `whileHere`, for what few pages have: `start-late.ts`. */
export function whileHereLate(load: Parameters<typeof startLate>[1]) {
  return whileHere((place) => startLate(place, load));
}
