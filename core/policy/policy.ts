import { z } from 'zod';
import type { Instant } from '#core/time/instant.ts';
import { parseInstant } from '#core/time/rfc3339.ts';

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const asked = z.enum(['asked', 'not-asked']);
/** `optional` can be skipped, and then isn't asked again. */
const question = z.enum(['asked', 'optional', 'not-asked']);

/** Whose live photo can confirm a group's place. */
export const confirmers = ['head', 'any-adult'] as const;

export const policyName = z.string().regex(/^\d{4}-\d{2}[a-z]?$/);

export const policySchema = z
  .strictObject({
    /** Goes into the announcement of each draw; never used twice. */
    name: policyName,
    /** RFC 3339: holds from then on, until the next policy begins. */
    from: z.string().refine((text) => parseInstant(text) !== null, 'expected an RFC 3339 instant'),
    /** When a place can be asked for, by the clocks of `timeZone`: from `opens` to `closes` of the next day, the pool's day. */
    requestWindow: z.strictObject({ timeZone: z.literal('America/New_York'), opens: clockTime, closes: clockTime }),
    /** The draw of day D gives the slots of the day D + leadDays. */
    leadDays: z.int().min(1).max(60),
    /** Basis points of each port's places that go to the oldest registrations. */
    oldestShare: z.int().min(0).max(10_000),
    /** Requests that each band of registration dates holds at the least: a finer rank would let people be followed. */
    bandSize: z.int().min(1),
    /** People in a group. */
    maxGroup: z.int().min(1).max(12),
    /** From this age on a person's date counts for her group, and she can answer for a minor. */
    adultAge: z.int().min(12).max(25),
    /** A baby born at most so many days before its group was confirmed joins the confirmed group. */
    newbornDays: z.int().min(0).max(365),
    /** Whose live photo confirms a group's place. */
    whoConfirms: z.enum(confirmers),
    /** People that a port may go over its places in a draw. */
    reserve: z.int().min(0),
    /** So many different supervisors release the counts of a closed pool before it is drawn; 0: nobody is asked. */
    drawReleases: z.int().min(0).max(9),
    offerHours: z.int().min(1),
    extensionHours: z.int().min(0),
    /** A place that freed up is offered no later than this many hours before its slot. */
    latestOfferHours: z.int().min(1),
    /** An offer that would leave less time to answer than this isn't made. */
    shortestOfferHours: z.int().min(1),
    /** A standing request is paused after this many days without a sign of life, never deleted. */
    signOfLifeDays: z.int().min(1),
    /** Days before that at which she is told, most first. */
    signOfLifeWarnings: z.array(z.int().min(1)).readonly(),
    /** Registrations that one device may ask with. */
    deviceLimit: z.int().min(1).max(99),
    /** What a recovery code needs beside it on a device that the account was never used on. */
    recoverySecondFactor: z.enum(['none', 'birth-date']),
    geofence: z.strictObject({
      /** Degrees. 19.05 leaves Mexico City inside. */
      southernLatitude: z.number().min(-90).max(90),
      /** A place may lie outside by its own reported accuracy, at most this. */
      marginMeters: z.number().min(0),
      /** What the map itself may be off: Mexicali's centre lies 0.8 km outside of Natural Earth's Mexico. */
      mapToleranceMeters: z.number().min(0),
      /** A place known less well than this decides nothing. */
      accuracyLimitMeters: z.number().min(0),
    }),
    /** Days that signals about a phone are kept for people to look at. */
    signalDays: z.int().min(1).max(3660),
    /** What isn't asked is neither on a screen nor stored. Names, birth date, primary language and terms are always asked. */
    questions: z.strictObject({
      nativeNames: z.enum(['optional', 'not-asked']),
      sex: asked,
      birthCountry: asked,
      citizenship: asked,
      phone: question,
      photo: asked,
      /** Further citizenships. */
      citizenships: question,
      /** Further languages spoken. */
      languages: question,
      document: question,
      email: question,
      usAddress: question,
      foreignAddress: question,
      /** `required`: everybody of a group lives where its head does. `not-required`: a member may have an address of her own. */
      sharedAddress: z.enum(['required', 'not-required']),
      needs: question,
      employment: question,
      maritalStatus: question,
      travel: question,
      height: question,
      weight: question,
      eyeColor: question,
    }),
    /** The terms that have to be accepted: `content/<tag>/terms-<version>.md`. */
    termsVersion: z.string().regex(/^\d{4}-\d{2}$/),
  })
  .refine(
    (policy) => policy.requestWindow.closes < policy.requestWindow.opens,
    'expected the window to close before it opens, an hour for the draw between',
  )
  .refine(
    (policy) => policy.reserve >= 2 * (policy.maxGroup - 1),
    'expected reserve to be at least 2 × (maxGroup − 1): the draw may go over by as many',
  )
  .refine(
    ({ signOfLifeDays, signOfLifeWarnings }) =>
      signOfLifeWarnings.every((days, index) => days < (signOfLifeWarnings[index - 1] ?? signOfLifeDays)),
    'expected the warnings to come within the days of a sign of life, most first',
  );

export type Policy = Readonly<z.infer<typeof policySchema>>;
export type RequestWindow = Policy['requestWindow'];
export type GeofencePolicy = Policy['geofence'];
export type Questions = Policy['questions'];

/** Checks a policy from outside; throws with the path of what is wrong, since no person causes it. */
export function readPolicy(from: unknown): Policy {
  return policySchema.parse(from);
}

/** The policy in force at the instant; before the first began, the first, so that a demonstration can be set to any day. */
export function policyAt(instant: Instant, known: readonly Policy[]): Policy {
  const found = known.findLast((policy) => (parseInstant(policy.from) ?? 0) <= instant) ?? known[0];
  if (!found) throw new Error('expected at least one policy to be known, found none');
  return found;
}

/** The policy of this name: what a pool was opened with holds for it to the end. Throws on a name that nobody made. */
export function policyNamed(name: string, known: readonly Policy[]): Policy {
  const found = known.find((policy) => policy.name === name);
  if (!found) throw new Error(`expected a policy named ${name}, found none`);
  return found;
}
