/** Whether the check in this form has found the phone inside the area. */
export function isPlaceGood(form: HTMLFormElement): boolean {
  return form.querySelector('[data-place="good"]') !== null;
}

export function hasPlaceButton(form: HTMLFormElement): boolean {
  return placeButton(form) !== null;
}

/** For whoever pressed the last button first: the check begins, and its outcome is where she looks. */
export function pressPlaceButton(form: HTMLFormElement): void {
  const button = placeButton(form);
  button?.scrollIntoView({ block: 'center' });
  button?.click();
}

function placeButton(form: HTMLFormElement): HTMLElement | null {
  return form.querySelector('[data-place-check] button');
}
