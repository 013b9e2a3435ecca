import type { Place } from '#core/eligibility/place.ts';

/** What the phone said of its place, each time that it was asked on this page; never sent, only compared. */
const readings: string[] = [];

export function noteReading({ latitude, longitude }: Place): void {
  readings.push(`${latitude} ${longitude}`);
}

/** How many readings there were, and how many of them were the same as the last to the last digit. */
export function compareReadings(): { readonly readings: number; readonly sameReadings: number } {
  const last = readings.at(-1);
  return { readings: readings.length, sameReadings: readings.filter((one) => one === last).length };
}
