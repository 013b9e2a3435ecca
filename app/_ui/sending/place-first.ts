import { placeButtonId } from '../place-check/place-check.tsx';

/** Whether the check in this form has found the phone inside the area. */
export function isPlaceGood(form: HTMLFormElement): boolean {
  return form.querySelector('[data-place="good"]') !== null;
}

export function hasPlaceButton(): boolean {
  return document.getElementById(placeButtonId) !== null;
}

/** For whoever pressed the last button first: the check begins, and its outcome is where she looks. */
export function pressPlaceButton(): void {
  const button = document.getElementById(placeButtonId);
  button?.scrollIntoView({ block: 'center' });
  button?.click();
}
