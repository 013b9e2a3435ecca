import type { Place } from '#core/eligibility/place.ts';
import type { GeofencePolicy } from '#core/policy/policy.ts';
import { fillIn } from '../refusal/refusal-words.ts';
import { tellRefusal } from '../refusal/tell-refusal.ts';
import { showState } from '../state/state.ts';
import { watchFixes } from './fixes.ts';
import { locate, placeRefusal, willAsk } from './locate.ts';
import { sandboxPlaceOf } from './sandbox-place.ts';

export type PlaceState = 'idle' | 'asking' | 'looking' | 'good' | 'refused';

/**
 * Has the check of `place-check.tsx` look where the phone is when she presses, and puts what it found into the form. Gives
 * back what ends it. No framework: pages that come without one check the place, too.
 */
export function startPlaceCheck(place: HTMLElement): () => void {
  const button = place.querySelector('button');
  const status = place.querySelector<HTMLElement>('[data-place]');
  const accuracy = place.querySelector<HTMLElement>('[data-accuracy]');
  const fields = place.querySelector('[data-place-fields]');
  if (!button || !status || !accuracy || !fields) return () => undefined;
  let stopWatching = () => {};

  function show(state: PlaceState): void {
    if (status) status.dataset['place'] = state;
    showState(place, state);
  }

  function tellFixes(times: number): void {
    if (status) status.dataset['sameFixes'] = String(times);
  }

  /** What the form sends of it; nothing while nothing is known. */
  function keep(found: Place | undefined): void {
    const named = found
      ? { latitude: found.latitude, longitude: found.longitude, accuracy: found.accuracyMeters }
      : ({} as const);
    fields?.replaceChildren(
      ...Object.entries(named).map(([name, value]) =>
        Object.assign(document.createElement('input'), { type: 'hidden', name, value: String(value) }),
      ),
    );
  }

  async function check(): Promise<void> {
    stopWatching();
    tellFixes(0);
    keep(undefined);
    tellRefusal(place, null);
    const pretended = sandboxPlaceOf();
    show(!pretended && (await willAsk()) ? 'asking' : 'looking');
    const found = pretended ?? (await locate());
    show('looking');
    const problem = await placeRefusal(found, JSON.parse(place.dataset['placeCheck'] ?? '') as GeofencePolicy);
    keep(found);
    if (problem) {
      show('refused');
      tellRefusal(place, problem);
    } else if (found) {
      accuracy?.replaceChildren(
        fillIn(accuracy.dataset['accuracy'] ?? '', { meters: Math.ceil(found.accuracyMeters) }) ?? '',
      );
      show('good');
      if (!pretended) stopWatching = watchFixes(navigator.geolocation, tellFixes);
    }
  }

  // The map did not come over a broken line: she can press again.
  const press = () => void check().catch(() => show('idle'));
  button.addEventListener('click', press);
  button.disabled = false;
  return () => {
    button.removeEventListener('click', press);
    stopWatching();
  };
}
