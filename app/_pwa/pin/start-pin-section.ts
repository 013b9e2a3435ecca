import { partOf } from '../../_ui/state/part-of.ts';
import { onPhone } from '../storage/database.ts';
import { isSharedPhone } from '../storage/sealed.ts';
import { whoseNow } from '../storage/whose.ts';
import { startPinChoice } from './start-pin-choice.ts';

/** Shows the part of `pin-section.tsx` within `place` to whom it is offered. Gives back what ends it. */
export function startPinSection(place: HTMLElement, onRemoved: () => void): () => void {
  const section = partOf(place, 'pin');
  const end = startPinChoice(section, onRemoved);
  const look = async () =>
    (await whoseNow()) !== '' && (await onPhone(async () => undefined)).ok && !(await isSharedPhone());
  void look().then((isOffered) => {
    section.hidden = !isOffered;
    section.querySelector('details')?.toggleAttribute('open', window.location.hash === '#pin');
  });
  return end;
}
