/**
 * For a part that stands in the page from the beginning and is shown while what is around it is in one of these states: a
 * script only has to say in which (`showState`), and has no words of its own.
 */
export function when<State extends string>(states: readonly State[], now: State) {
  return { 'data-when': states.join(' '), hidden: !states.includes(now) };
}

/** Shows the parts of `place` that belong to this state, and hides the others. */
export function showState(place: HTMLElement, state: string): void {
  for (const part of place.querySelectorAll<HTMLElement>('[data-when]'))
    part.hidden = !part.dataset['when']?.split(' ').includes(state);
}
