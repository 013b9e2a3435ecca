import type { Problem, ProblemKind } from '#core/problem/kinds.ts';

/** Why a step waits for a person. Those that `problemOf` knows are the problem that she was told. */
export const reviewReasons = [
  /** Her browser can't do it, or she wishes a person. */
  'help',
  'outside-geofence',
  'location-missing',
  'location-too-vague',
  'device-limit',
  'captcha-missing',
  'captcha-unavailable',
  /** Three misses, or the check was not sure. */
  'live-photo',
  /** Three photos that were refused while she registered. */
  'registration-photo',
  /** She has neither phone nor code any more, and stands before a member of staff. */
  'lost-code',
  /** It was written down that nobody came to her appointment, and she says that she was there. */
  'missed',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

/** Photos that did not fit before a person has a look. Time-outs and a busy vendor never count. */
export const missesBeforePerson = 3;

/** Figures of the refusal, such as `kilometers`; never a place. */
export type Found = Readonly<Record<string, number>>;

/** Figures that a refusal brings along, and the most that each can be: half the way around the earth. */
const figures = { kilometers: 20_038, limit: 20_038, misses: 1000 } as const;
export const figureNames = Object.keys(figures) as readonly (keyof typeof figures)[];

const ofProblems: Readonly<Partial<Record<ProblemKind, ReviewReason>>> = {
  'outside-geofence': 'outside-geofence',
  'location-missing': 'location-missing',
  'location-too-vague': 'location-too-vague',
  'device-limit': 'device-limit',
  'captcha-missing': 'captcha-missing',
  'captcha-unavailable': 'captcha-unavailable',
  'photo-refused': 'registration-photo',
  'presence-missed': 'live-photo',
  'presence-throttled': 'live-photo',
  'presence-unavailable': 'live-photo',
};

/** What a person would be asked about after this problem; null where there is nothing for her to decide. */
export function reasonOf(problem: ProblemKind): ReviewReason | null {
  return ofProblems[problem] ?? null;
}

/** The problem that she was told, to be told again in anybody's language; null for what was none. */
export function problemOf(reason: ReviewReason, found: Found): Problem | null {
  switch (reason) {
    case 'help':
    case 'live-photo':
    case 'registration-photo':
    case 'lost-code':
    case 'missed':
      return null;
    default:
      return { kind: reason, numbers: found };
  }
}

export function isReviewReason(text: string): text is ReviewReason {
  return (reviewReasons as readonly string[]).includes(text);
}

/** The figures among a form's or an address's texts; what is no whole number within reach is passed over. */
export function readFound(texts: Readonly<Record<string, string | undefined>>): Found {
  const read = figureNames.flatMap((name) => {
    const text = texts[name];
    const value = text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
    return value <= figures[name] ? [[name, value] as const] : [];
  });
  return Object.fromEntries(read);
}
