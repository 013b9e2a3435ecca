/** Has the button in `place` print the page. Gives back what ends it. */
export function startPrinting(place: HTMLElement): () => void {
  const button = place.querySelector('button');
  if (!button) return () => undefined;
  const print = () => window.print();
  button.disabled = false;
  button.addEventListener('click', print);
  return () => button.removeEventListener('click', print);
}
