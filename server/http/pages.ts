import { type PersonId, readPersonId } from '#core/ids.ts';

/**
 * Every page below `/[locale]/`, by its path without the locale.
 * `static`: one prerendered file for everybody. `form`: the same, and a twin below `/[locale]/live/` that shows what
 * was entered and what is wrong with it; the terms have one, too, for a policy that names others.
 * `personal`: made anew for each person.
 */
export const pages = {
  '': 'static',
  language: 'static',
  terms: 'static',
  help: 'static',
  privacy: 'static',
  accessibility: 'static',
  // What the service worker answers where neither the line nor the phone has a page.
  offline: 'static',
  phone: 'static',
  'signed-out': 'static',
  // The same for everybody, but new each day.
  draws: 'personal',
  'draws/day': 'personal',
  'draws/how': 'static',
  'draws/check': 'static',
  'draws/own': 'static',
  'draws/cheat': 'static',
  waiting: 'static',
  'is-it-from-us': 'form',
  'is-it-from-us/answer': 'personal',
  'report-seller': 'form',
  'report-seller/thanks': 'static',
  // It says from which page she came.
  'report-text': 'personal',
  'report-text/thanks': 'static',
  // Rules and numbers change by themselves.
  policies: 'personal',
  statistics: 'personal',
  'sign-in': 'form',
  'sandbox/sign-in': 'personal',
  account: 'personal',
  'account/new': 'form',
  'account/code': 'personal',
  'account/code-check': 'form',
  'account/new-code': 'form',
  'account/sign-in': 'form',
  'account/find': 'form',
  'account/lost': 'static',
  'sandbox/mailbox': 'personal',
  'my-data': 'personal',
  'my-data/delete': 'form',
  'my-data/deleted': 'static',
  'register/language': 'form',
  'register/languages': 'form',
  'register/relationship': 'form',
  'register/name': 'form',
  'register/birth': 'form',
  'register/guardian': 'form',
  'register/sex': 'form',
  'register/origin': 'form',
  'register/citizenships': 'form',
  'register/document': 'form',
  'register/phone': 'form',
  'register/email': 'form',
  'register/us-address': 'form',
  'register/foreign-address': 'form',
  'register/needs': 'form',
  'register/employment': 'form',
  'register/marital': 'form',
  'register/travel': 'form',
  'register/looks': 'form',
  'register/photo': 'form',
  'register/terms': 'form',
  'register/group': 'personal',
  'register/person': 'personal',
  'register/check': 'personal',
  'group/split': 'personal',
  'group/join': 'form',
  'group/leave': 'form',
  'ask/ports': 'form',
  'ask/send': 'form',
  status: 'personal',
  messages: 'personal',
  withdraw: 'form',
  offer: 'personal',
  'offer/confirm': 'form',
  'offer/decline': 'form',
  'appointment/cancel': 'form',
  'appointment/missed': 'form',
  confirmation: 'personal',
  assisted: 'personal',
  staff: 'personal',
  'staff/capacity': 'personal',
  'staff/draw': 'personal',
  'staff/policies': 'personal',
  'staff/day': 'personal',
  'staff/reviews': 'personal',
  'staff/review': 'personal',
  'staff/lost-code': 'personal',
  'staff/new-code': 'personal',
  'staff/reports': 'personal',
} as const satisfies Readonly<Record<string, 'static' | 'form' | 'personal'>>;

export type Page = keyof typeof pages;

/** The pages with the check against robots: a vendor's script may be loaded there and nowhere else. */
export const robotCheckPages: readonly Page[] = ['ask/send', 'report-seller'];

/**
 * Problems that belong to no form have a page of their own, prerendered at `/[locale]/problems/<kind>`, so that it
 * can be shown while the database or Next can't. `requestIdMark` in its text becomes the request's id, and `wayBackMark`
 * the address of the page that she came from.
 */
export const problemPages = [
  'not-found',
  'method-not-allowed',
  'foreign-origin',
  'unexpected',
  'too-many-tries',
] as const;
export type ProblemPage = (typeof problemPages)[number];
export const requestIdMark = '{request-id}';
export const wayBackMark = '{way-back}';

export function isPage(path: string): path is Page {
  return Object.hasOwn(pages, path);
}

export function isProblemPage(kind: string): kind is ProblemPage {
  return (problemPages as readonly string[]).includes(kind);
}

/** What a report of a text may be about: a page, the page of a problem, or `start`. */
export function isScreen(path: string): boolean {
  const [, kind] = /^problems\/([a-z-]+)$/.exec(path) ?? [];
  return kind === undefined ? path === 'start' || (path !== '' && isPage(path)) : isProblemPage(kind);
}

/** A page with the query it was shown with, such as `staff/day` and `port=laredo`. */
export type PageAddress = { readonly page: Page; readonly query: string };

/**
 * The way back that a form names in its hidden field `page`, such as `register/name` or `staff/day?port=laredo`.
 * Anything that isn't a page of the project is null, so nobody is led away by `page=//evil.example`.
 */
export function readPageAddress(text: string | undefined): PageAddress | null {
  const [whole, page = '', query = ''] = /^([a-z/-]{0,40})(?:\?([\w=&%.~:-]{1,300}))?$/.exec(text ?? '?') ?? [];
  return whole !== undefined && isPage(page) ? { page, query } : null;
}

/**
 * The person of a group that a form is about: its own field `person`, or the query of its page. `null`: the head. Anything
 * that is no id is nobody's: `nobody`.
 */
export function personIn(fields: Readonly<Record<string, string>>, { query }: PageAddress): PersonId | null | 'nobody' {
  const named = fields['person'] ?? new URLSearchParams(query).get('person') ?? '';
  return named === '' ? null : (readPersonId(named) ?? 'nobody');
}

/** What stands behind the page's path where it is about one person of a group. */
export function personQuery(person: PersonId | null): string {
  return person === null ? '' : `person=${person}`;
}

export function pathOf(locale: string, { page, query }: PageAddress): string {
  return `/${locale}${page === '' ? '' : `/${page}`}${query === '' ? '' : `?${query}`}`;
}
