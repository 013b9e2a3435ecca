import type { Translator } from '#app/_i18n/translator.ts';
import type { Locale } from '#core/language/locales.ts';
import type { Problem, ProblemKind } from '#core/problem/kinds.ts';
import { reasonOf } from '#core/review/reason.ts';
import type { Page } from '#server/http/pages.ts';

/** Where a person can go on from a problem, besides mending the form itself. */
type WayOut = 'lost' | 'sign-in' | 'status' | 'assisted' | 'ports' | 'terms' | 'group';

type Told = Pick<Problem, 'kind'> & {
  readonly numbers?: Readonly<Record<string, number | string>>;
  readonly page?: string | undefined;
};

/** Each problem's ways out, the best first. A refusal always has the assisted way (DESIGN, rules 3 and 12). */
const waysOut: Readonly<Record<ProblemKind, readonly WayOut[]>> = {
  fields: [],
  'form-stale': [],
  'repeat-in-progress': ['status'],
  'repeat-differs': ['status'],
  'foreign-origin': ['status'],
  'body-too-large': [],
  'unreadable-body': [],
  'not-found': ['status'],
  'method-not-allowed': ['status'],
  busy: [],
  'too-many-tries': [],
  'speech-unavailable': [],
  unexpected: ['status'],
  'not-signed-in': ['sign-in'],
  'session-expired': ['sign-in'],
  'not-allowed': ['status', 'sign-in'],
  'sign-in-failed': [],
  'sign-in-cancelled': [],
  'sign-in-unavailable': [],
  'account-not-found': ['lost'],
  'not-asked': ['status'],
  'registration-incomplete': ['status'],
  'registration-complete': ['status'],
  'already-asked': ['status'],
  'terms-changed-since': ['terms'],
  'no-standing-request': ['status', 'ports'],
  'group-full': ['group'],
  'group-frozen': ['status'],
  'group-booked': ['status'],
  'group-needs-adult': ['group'],
  'guardian-apart': ['group'],
  'guardian-needed': ['group'],
  'not-a-newborn': ['group'],
  'group-code-wrong': ['status'],
  'has-registration': ['status'],
  'in-a-group': ['status'],
  'group-mixed': ['group'],
  'nothing-to-withdraw': ['status'],
  'changed-since': ['status'],
  'ports-missing': ['ports'],
  'no-offer': ['status'],
  'offer-lapsed': ['status'],
  'offer-already-extended': [],
  'no-appointment': ['status'],
  'appointment-over': ['status'],
  'appointment-day-not-over': ['status'],
  'download-limit': ['status'],
  'outside-geofence': ['assisted'],
  'device-limit': ['assisted'],
  'captcha-missing': ['assisted'],
  'captcha-unavailable': ['assisted'],
  'window-closed': ['status', 'assisted'],
  'location-missing': ['assisted'],
  'location-too-vague': ['assisted'],
  'photo-refused': ['assisted'],
  'presence-missed': ['assisted'],
  'presence-throttled': ['assisted'],
  'presence-unavailable': ['assisted'],
  'capacity-in-use': [],
  'capacity-announced': [],
  'pool-not-open': [],
  'pool-not-closed': [],
  'pool-too-late': [],
  'draw-waits': [],
  'draw-not-released': [],
  'pool-already-open': [],
  'assistance-done': [],
  'slot-not-over': [],
  'slot-full': [],
  'review-by-another': [],
  'needs-second-person': [],
  'person-not-found': [],
};

/** Path below the locale. */
const wayOutPaths: Readonly<Record<WayOut, string>> = {
  lost: 'account/lost',
  'sign-in': 'sign-in',
  status: 'status',
  assisted: 'assisted',
  ports: 'ask/ports',
  // With the query, the page says that they changed.
  terms: 'register/terms?change',
  group: 'register/group',
};

/** Where the code of an account is tried: only there can it be the code that she lost. */
const codePages: readonly string[] = ['account/sign-in', 'account/find'] satisfies readonly Page[];

/** No way leads to the page that it stands on, and a report of a seller is no step that a person could do for her. */
function waysAt(kind: ProblemKind, page: string | undefined): readonly WayOut[] {
  const ways = kind === 'too-many-tries' && codePages.includes(page ?? '') ? (['lost'] as const) : waysOut[kind];
  return ways.filter((way) => wayOutPaths[way] !== page && !(way === 'assisted' && page === 'report-seller'));
}

/** Whether one of its ways is to where she stands. */
export function leadsToStatus(kind: ProblemKind): boolean {
  return waysOut[kind].includes('status');
}

/**
 * The links that stand below a problem, in the language of `t`; `page`: path below the locale where it is told. Whoever
 * asks a person takes along what she was told, so that she doesn't have to explain it.
 */
export function waysFrom(
  t: Translator<'problem'>,
  locale: Locale,
  { kind, numbers = {}, page }: Told,
): readonly { readonly href: string; readonly text: string }[] {
  const words: Readonly<Record<WayOut, string>> = {
    lost: t('lost'),
    'sign-in': t('signIn'),
    status: t('status'),
    assisted: t('assisted'),
    ports: t('ports'),
    terms: t('terms'),
    group: t('group'),
  };
  const reason = reasonOf(kind);
  const figures = Object.entries(numbers).map(([name, value]) => `&${name}=${value}`);
  const queries: Readonly<Partial<Record<WayOut, string>>> = reason
    ? { assisted: `?reason=${reason}${figures.join('')}` }
    : {};
  return waysAt(kind, page).map((way) => ({
    href: `/${locale}/${wayOutPaths[way]}${queries[way] ?? ''}`,
    text: words[way],
  }));
}
