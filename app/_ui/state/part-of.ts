/** The part of `place` that bears this name in `data-part`. */
export function partOf(place: HTMLElement, name: string): HTMLElement {
  const part = place.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (!part) throw new Error(`expected a part ${name}, found none in ${place.outerHTML}`);
  return part;
}
