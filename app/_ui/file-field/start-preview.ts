/** Shows in the picture `place` (`preview.tsx`) the one that she picked. Gives back what ends it. */
export function startPreview(place: HTMLElement): () => void {
  const input = document.getElementById(place.dataset['preview'] ?? '');
  if (!(input instanceof HTMLInputElement) || !(place instanceof HTMLImageElement)) return () => undefined;
  const show = () => {
    URL.revokeObjectURL(place.src);
    const file = input.files?.[0];
    const isPicture = file?.type.startsWith('image/') === true;
    if (isPicture) place.src = URL.createObjectURL(file);
    else place.removeAttribute('src');
    place.hidden = !isPicture;
  };
  // What the browser can't show is told by the server; a torn picture would say nothing.
  const hide = () => {
    place.hidden = true;
  };
  // A file may be there before the script is: picked while the page loaded, or kept by the browser on the way back.
  show();
  input.addEventListener('change', show);
  place.addEventListener('error', hide);
  return () => {
    input.removeEventListener('change', show);
    place.removeEventListener('error', hide);
  };
}
