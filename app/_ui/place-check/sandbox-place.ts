import type { Place } from '#core/eligibility/place.ts';

export const sandboxPlaceField = 'sandboxPlace';

const places: Readonly<Record<string, Place>> = {
  // Ciudad Juárez
  inside: { latitude: 31.69, longitude: -106.424, accuracyMeters: 25 },
  // Tapachula
  outside: { latitude: 14.905, longitude: -92.263, accuracyMeters: 25 },
};

/** The place that is pretended now; undefined for the phone's own, and outside the demonstration. */
export function sandboxPlaceOf(): Place | undefined {
  const chosen = document.querySelector<HTMLInputElement>(`input[name="${sandboxPlaceField}"]:checked`);
  return chosen ? places[chosen.value] : undefined;
}
