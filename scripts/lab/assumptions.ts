/**
 * Every figure that the laboratory rests on, and where it comes from: `report` is the public inspection of the predecessor
 * (OIG-24-48, August 2024), `assumption` is nobody's measurement. Whoever doubts one changes it here and runs again.
 */
type Assumption = {
  readonly value: number | Readonly<Record<string, number>>;
  readonly means: string;
  readonly source: string;
};

export const assumptions = {
  people: {
    value: 1_336_401,
    means: 'people in a registration in a season',
    source: 'report: in seven months',
  },
  days: { value: 219, means: 'days of a season', source: 'report: 12 January to 18 August 2023' },
  firstDayPeople: {
    value: 449_000,
    means: 'of these, people who came on the first day; the rest come evenly',
    source: 'report for the first day, assumption for the rest',
  },
  groupsBySize: {
    value: {
      1: 550,
      2: 170,
      3: 120,
      4: 85,
      5: 40,
      6: 20,
      7: 8,
      8: 3.5,
      9: 1.5,
      10: 1,
      11: 0.5,
      12: 0.5,
    },
    means: 'groups of each size, of 1,000',
    source: 'assumption',
  },
  language: {
    value: { es: 65_352, ht: 26_429, ru: 15_051, others: 5_631, en: 776 },
    means: 'people by the language they speak best',
    source: 'report, table 1',
  },
  othersServedToday: {
    value: 0.6,
    means: 'share of “others” who speak one of the languages of the screens today',
    source: 'assumption',
  },
  slowPhones: { value: 0.35, means: 'share of groups whose phone or line is slow', source: 'assumption' },
  portsNamed: {
    value: { 1: 40, 2: 25, 3: 35 },
    means: 'groups that would go to one, two or three ports, of 100',
    source: 'assumption',
  },
  portsByPlaces: {
    value: 0.7,
    means: 'how much the liking of a port follows its places; the rest is even',
    source: 'assumption',
  },
  patienceDays: {
    value: 75,
    means: 'mean days after which a group goes another way, without telling us',
    source: 'assumption',
  },
  aloneAgain: {
    value: 0.04,
    means: 'share of people who register ten times or more, one person alone',
    source: 'report, table 2: 52,992 of 1,336,401 people; that all were alone is an assumption',
  },
  leastAgain: { value: 10, means: 'fewest registrations of such a person', source: 'report, table 2' },
  mostAgain: { value: 466, means: 'most registrations of such a person', source: 'report, table 2' },
  tailOfAgain: {
    value: 1.5,
    means: 'exponent of the Pareto tail between fewest and most',
    source: 'assumption',
  },
  eachMember: {
    value: 0.05,
    means: 'share of groups of two or more in which each member registers the whole group',
    source: 'assumption; that it happened: report',
  },
  bots: {
    value: 0.005,
    means: 'share of groups for whom a program asks in the opening second',
    source: 'assumption',
  },
  devicesOfCheaters: {
    value: 4,
    means: 'most devices of one who registers many times; one to so many are equally frequent',
    source: 'assumption',
  },
  fillSeconds: {
    value: { 'phase-1': 600, 'phase-2': 60 },
    means:
      'mean seconds to get through at the opening, registering and live photo included in phase 1; time is exponential, so who needs twice as long has half the chance',
    source: 'assumption',
  },
  fillSecondsMember: {
    value: { 'phase-1': 180, 'phase-2': 5 },
    means: 'seconds more for each further member of a group (in phase 1 with a photo of each)',
    source: 'assumption',
  },
  passShare: {
    value: { 'phase-1': 0.38, 'phase-2': 0.9 },
    means: 'share of tries that get through the live photo and the load; the others begin again',
    source: 'report for phase 1 (38 % on the first day), assumption for phase 2',
  },
  botSeconds: { value: 5, means: 'mean seconds that a program needs at the opening', source: 'assumption' },
  slowPhoneFactor: { value: 2, means: 'times as long on a slow phone', source: 'assumption' },
  strangeLanguageFactor: {
    value: { partly: 1.3, no: 2 },
    means: 'times as long where the screens are partly, or not, in the language',
    source: 'assumption',
  },
  showsUp: {
    value: { 'phase-1': 0.6, 'phase-2': 0.6, 'phase-3': 0.85 },
    means: 'share of those who wait that asks on a day; today a standing request asks by itself',
    source: 'assumption',
  },
  showsUpSlow: {
    value: 0.8,
    means: 'the same on a slow phone, as a share of the others',
    source: 'assumption',
  },
  historicOldestShare: {
    value: 0.5,
    means: 'share of the places of phase 3 for the oldest registrations',
    source: 'assumption; that there was a share: report',
  },
  historicPlaces: {
    value: { 'phase-1': 1_000, 'phase-2-end': 1_450, 'phase-3': 1_450 },
    means: 'places a day as it was; in phase 2 they grow evenly',
    source: 'report; that they grew evenly is an assumption',
  },
  controlsFrom: {
    value: 168,
    means: 'day of the season from which phase 3 had a device limit and a comparison of faces',
    source: 'report: 29 June 2023',
  },
  historicDeviceLimit: { value: 3, means: 'registrations a device in phase 3 from then on', source: 'assumption' },
  foundHistoric: {
    value: 0.5,
    means: 'chance of each further registration to be found by the comparisons of phase 3',
    source: 'assumption',
  },
  foundToday: {
    value: 0.9,
    means: 'chance of each further registration to be found before the close of the pool',
    source: 'assumption, to be replaced by the benchmark of the identity checks',
  },
  foundAtConfirming: {
    value: 0.9,
    means: 'chance that the live photo of a further registration is found to be of somebody known',
    source: 'assumption',
  },
  answerHours: {
    value: { good: 6, slow: 10 },
    means: 'mean hours until a group answers an offer, by its phone; time is exponential',
    source: 'assumption',
  },
  answerFactor: {
    value: { partly: 1.2, no: 1.5 },
    means: 'times as long where the message is partly, or not, in the language',
    source: 'assumption',
  },
  neverAnswers: { value: 0.03, means: 'share of offers that nobody answers', source: 'assumption' },
  extends: {
    value: 0.5,
    means: 'share of those who need longer than the first deadline and move it in time',
    source: 'assumption',
  },
  resumesAfterDays: {
    value: 3,
    means: 'days after which somebody whose request was paused by two lapses presses “go on”',
    source: 'assumption',
  },
} as const satisfies Readonly<Record<string, Assumption>>;

export type AssumptionName = keyof typeof assumptions;
