import { isSharedPhone, setShared } from '../storage/sealed.ts';

/** The switch of `shared-switch.tsx`: shows what holds now, and changes it. Gives back what ends it. */
export function startSharedSwitch(place: HTMLElement): () => void {
  const button = place.querySelector('button');
  let isShared = false;

  async function show(): Promise<void> {
    isShared = await isSharedPhone();
    for (const part of place.querySelectorAll<HTMLElement>('[data-shared]'))
      part.hidden = (part.dataset['shared'] === 'yes') !== isShared;
    if (button) button.disabled = false;
  }
  const change = () => void setShared(!isShared).then(show);

  void show();
  button?.addEventListener('click', change);
  return () => button?.removeEventListener('click', change);
}
