import { showState } from '../state/state.ts';
import { hasPlaceButton, isPlaceGood, pressPlaceButton } from './place-first.ts';

export type UploadingState = 'sending' | 'offline';

/** Says in `place` (`uploading.tsx`) what becomes of the form around it when it is sent. Gives back what ends it. */
export function startUploading(place: HTMLElement): () => void {
  const form = place.closest('form');
  const show = (state: UploadingState) => showState(place, state);
  const submit = (event: SubmitEvent) => {
    if (!form || event.submitter?.hasAttribute('formaction')) return;
    if (!navigator.onLine) {
      event.preventDefault();
      show('offline');
    } else if (hasPlaceButton(form) && !isPlaceGood(form)) {
      event.preventDefault();
      pressPlaceButton(form);
    } else show('sending');
  };
  form?.addEventListener('submit', submit);
  return () => form?.removeEventListener('submit', submit);
}
