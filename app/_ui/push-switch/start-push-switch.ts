import { showState } from '../state/state.ts';
import { canPush, type PushOutcome, switchPushOn } from './switch-on.ts';

export type PushState = 'idle' | 'asking' | PushOutcome;

/**
 * Has the switch of `push-switch.tsx` ask the browser when she presses: it remembers a "no" for good, so nothing here asks by
 * itself. Gives back what ends it. No framework: pages that come without one switch messages on, too.
 */
export function startPushSwitch(place: HTMLElement): () => void {
  const button = place.querySelector('button');
  const status = place.querySelector<HTMLElement>('[role=status]');
  if (!button || !status) return () => undefined;
  const show = (state: PushState) => showState(place, state);

  async function ask(): Promise<void> {
    show('asking');
    // The button goes when it is pressed: the focus would go with it.
    status?.focus();
    const outcome = await switchPushOn(place.dataset['pushSwitch'] ?? '');
    show(outcome);
    if (outcome === 'on') window.location.reload();
  }

  const press = () => void ask();
  button.addEventListener('click', press);
  button.disabled = false;
  // What the server made knows nothing of this browser.
  if (!canPush()) show('unsupported');
  else if (Notification.permission === 'denied') show('blocked');
  return () => button.removeEventListener('click', press);
}
