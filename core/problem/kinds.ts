/**
 * Everything that can be told to a person as going wrong. The core and the server know these kinds, never sentences;
 * `locales/<tag>/problem.json` holds a sentence for each, and a kind without one fails the build.
 */

/** What can be wrong with one field. Sentence key: `problem.field.<kind>`. */
export const fieldProblemKinds = [
  'missing',
  'nothing-named',
  'no-photo',
  'too-long',
  'wrong-type',
  'control-characters',
  'no-letters',
  'not-a-number',
  'not-a-date',
  'date-in-future',
  'date-too-long-ago',
  'not-in-list',
  'not-a-phone',
  'not-an-email',
  'not-an-image',
  'image-too-large',
  'image-too-many-pixels',
  'face-not-seen',
  'must-be-accepted',
  'terms-changed',
  'port-named-twice',
  'not-a-code',
  'code-slip',
  'code-differs',
  'must-be-ticked',
  'too-small',
  'too-large',
  'date-too-far-ahead',
  'named-twice',
  'not-a-zip',
  'mrz-signs',
  'mrz-length',
  'mrz-check',
  'picture-unreadable',
  'policy-wrong',
  'policy-name-taken',
  'policy-too-soon',
  'policy-terms',
] as const;
export type FieldProblemKind = (typeof fieldProblemKinds)[number];

/** What can be wrong with a whole request. Sentence keys: `problem.<kind>.title`, `.what`, `.next`. */
export const problemKinds = [
  // the form or the request as such
  'fields',
  'form-stale',
  'repeat-in-progress',
  'repeat-differs',
  'foreign-origin',
  'body-too-large',
  'unreadable-body',
  'not-found',
  'method-not-allowed',
  'busy',
  'too-many-tries',
  'speech-unavailable',
  'unexpected',
  // who asks
  'not-signed-in',
  'session-expired',
  'not-allowed',
  'sign-in-failed',
  'sign-in-cancelled',
  'sign-in-unavailable',
  'account-not-found',
  // the person's way
  'not-asked',
  'registration-incomplete',
  'registration-complete',
  'already-asked',
  'terms-changed-since',
  'no-standing-request',
  // her group
  'group-full',
  'group-frozen',
  'group-booked',
  'group-needs-adult',
  'guardian-apart',
  'guardian-needed',
  'not-a-newborn',
  'group-code-wrong',
  'has-registration',
  'in-a-group',
  'group-mixed',
  'nothing-to-withdraw',
  'changed-since',
  'ports-missing',
  'no-offer',
  'offer-lapsed',
  'offer-already-extended',
  'no-appointment',
  'appointment-over',
  'appointment-day-not-over',
  'download-limit',
  // the four refusals (DESIGN, rule 12), and what leads to them
  'outside-geofence',
  'device-limit',
  'captcha-missing',
  'captcha-unavailable',
  'window-closed',
  'location-missing',
  'location-too-vague',
  // photos: of the registration, and live
  'photo-refused',
  'presence-missed',
  'presence-throttled',
  'presence-unavailable',
  // operator
  'capacity-in-use',
  'capacity-announced',
  'pool-not-open',
  'pool-not-closed',
  'pool-too-late',
  'draw-waits',
  'draw-not-released',
  'pool-already-open',
  'assistance-done',
  'slot-not-over',
  'slot-full',
  'review-by-another',
  'needs-second-person',
  'person-not-found',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

export type FieldProblem = {
  readonly field: string;
  readonly kind: FieldProblemKind;
  /** Numbers for the sentence, such as `max`; never what the person entered. */
  readonly limit?: number;
};

export type Problem = {
  readonly kind: ProblemKind;
  /** For `fields`: at least one. */
  readonly fields?: readonly FieldProblem[];
  /** Numbers for the sentence, such as `kilometers` or `limit`. Never anything about another person. */
  readonly numbers?: Readonly<Record<string, number>>;
};

/** What is told to programs alone, such as a witness: there is no sentence for these. */
export const programProblemKinds = [
  'witness-unknown',
  'request-time-wrong',
  'request-signature-wrong',
  'form-wrong',
  'draw-unknown',
  'not-a-party',
  'not-public',
  'not-there-yet',
  'too-early',
  'signature-wrong',
  'reveal-wrong',
  'tip-used',
] as const;
export type ProgramProblemKind = (typeof programProblemKinds)[number];

/** `at` names the member that is wrong. */
export type ProgramProblem = { readonly kind: ProgramProblemKind; readonly at?: string };
