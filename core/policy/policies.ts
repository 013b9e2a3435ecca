import { type Policy, type Questions, readPolicy } from './policy.ts';

/** The policies that come with the program, oldest first. A change is a new one, dated ahead: never an edit of one that was in force. */
export const shippedPolicies: readonly Policy[] = [
  {
    name: '2027-01',
    // Made for January 2027; in force before, so that the demonstration runs by the same rules.
    from: '2026-01-01T00:00:00Z',
    requestWindow: { timeZone: 'America/New_York', opens: '12:00', closes: '11:00' },
    leadDays: 10,
    oldestShare: 5000,
    bandSize: 1000,
    maxGroup: 12,
    adultAge: 18,
    newbornDays: 30,
    whoConfirms: 'any-adult',
    reserve: 22,
    drawReleases: 2,
    offerHours: 23,
    extensionHours: 23,
    latestOfferHours: 24,
    shortestOfferHours: 6,
    signOfLifeDays: 30,
    signOfLifeWarnings: [5, 1],
    deviceLimit: 3,
    recoverySecondFactor: 'birth-date',
    geofence: { southernLatitude: 19.05, marginMeters: 5000, mapToleranceMeters: 2000, accuracyLimitMeters: 20_000 },
    signalDays: 180,
    questions: {
      nativeNames: 'optional',
      sex: 'asked',
      birthCountry: 'asked',
      citizenship: 'asked',
      phone: 'asked',
      photo: 'asked',
      citizenships: 'optional',
      languages: 'optional',
      document: 'optional',
      email: 'optional',
      usAddress: 'optional',
      foreignAddress: 'optional',
      sharedAddress: 'not-required',
      needs: 'optional',
      // An appointment needs none of these (decision 0013).
      employment: 'not-asked',
      maritalStatus: 'not-asked',
      travel: 'not-asked',
      height: 'not-asked',
      weight: 'not-asked',
      eyeColor: 'not-asked',
    },
    termsVersion: '2027-01',
  },
].map(readPolicy);

/** Every question there is, and the strictest rules: what no policy asks is tried with it, in a demonstration (`PUENTE_QUESTIONS`) and in tests. */
export const everyQuestion: Questions = {
  nativeNames: 'optional',
  sex: 'asked',
  birthCountry: 'asked',
  citizenship: 'asked',
  phone: 'asked',
  photo: 'asked',
  citizenships: 'asked',
  languages: 'asked',
  document: 'asked',
  email: 'asked',
  usAddress: 'asked',
  foreignAddress: 'asked',
  sharedAddress: 'required',
  needs: 'asked',
  employment: 'asked',
  maritalStatus: 'asked',
  travel: 'asked',
  height: 'asked',
  weight: 'asked',
  eyeColor: 'asked',
};

/** The same policies, as a demonstration has them that asks everything. */
export function askingEverything(policies: readonly Policy[]): readonly Policy[] {
  return policies.map((policy) => ({ ...policy, questions: everyQuestion, whoConfirms: 'head' }));
}

/** The same policies, as a demonstration has them in which nobody is there to release a draw. */
export function withoutReleases(policies: readonly Policy[]): readonly Policy[] {
  return policies.map((policy) => ({ ...policy, drawReleases: 0 }));
}
