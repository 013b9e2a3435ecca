/** Whole hours and minutes until the deadline, as text for `{hours}` and `{minutes}`; null when it is over. */
export function timeLeft(deadline: number, now: number): { readonly hours: string; readonly minutes: string } | null {
  if (now > deadline) return null;
  const minutes = Math.floor((deadline - now) / 60_000);
  return { hours: String(Math.floor(minutes / 60)), minutes: String(minutes % 60).padStart(2, '0') };
}
