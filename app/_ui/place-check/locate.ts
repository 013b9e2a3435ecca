import type { Place } from '#core/eligibility/place.ts';
import type { GeofencePolicy } from '#core/policy/policy.ts';
import type { Problem } from '#core/problem/kinds.ts';

const longestWait = 60_000;

/** Whether the phone will ask her first; a browser that can't tell counts as asking. */
export async function willAsk(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'prompt';
  } catch {
    return true;
  }
}

/** Where the phone says it is; undefined where it can't or may not say. */
export function locate(): Promise<Place | undefined> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) {
      resolve(undefined);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        // Not rounded: programs that fake a place are known by the fraction of a metre that they claim.
        resolve({ latitude, longitude, accuracyMeters: Math.round(accuracy * 10) / 10 });
      },
      () => resolve(undefined),
      { enableHighAccuracy: true, timeout: longestWait, maximumAge: 0 },
    );
  });
}

/** The same judgement as the server's, before anything is sent. The map is loaded only now: it is the heaviest part. */
export async function placeRefusal(place: Place | undefined, policy: GeofencePolicy): Promise<Problem | null> {
  const [{ judgePlace, placeProblem }, { mexico }] = await Promise.all([
    import('#core/eligibility/geofence.ts'),
    import('#core/policy/geofence.ts'),
  ]);
  return placeProblem(judgePlace(place, { area: mexico, policy }));
}
