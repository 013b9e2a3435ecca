import { furtherSteps } from '#core/registration/answers.ts';
import type { Page } from '#server/http/pages.ts';

/**
 * Which test looks at which pages, with axe and all else that `support/look.ts` asks of a screen. Each test proves its own
 * list at its end (`support/browser.ts`), and `looks-at.test.ts` that no page of the project is left out.
 */
export const looksAt = {
  'open-pages': [
    '',
    'language',
    'terms',
    'help',
    'privacy',
    'accessibility',
    'offline',
    'phone',
    'waiting',
    'signed-out',
    'sign-in',
    'is-it-from-us',
    'report-seller',
    'report-seller/thanks',
    'report-text',
    'report-text/thanks',
  ],
  statistics: ['statistics', 'policies'],
  'signing-in': ['sandbox/sign-in', 'sign-in'],
  questions: furtherSteps.map((step) => `register/${step}` as const),
  registering: [
    'register/language',
    'register/name',
    'register/birth',
    'register/sex',
    'register/origin',
    'register/phone',
    'register/photo',
    'register/terms',
    'status',
    'assisted',
  ],
  answers: ['register/check', 'register/photo', 'register/name', 'status', 'ask/ports'],
  group: [
    'register/relationship',
    'register/guardian',
    'register/group',
    'register/person',
    'group/split',
    'group/join',
    'group/leave',
    'status',
  ],
  account: [
    'account/new',
    'account/code',
    'account/code-check',
    'account',
    'account/new-code',
    'account/sign-in',
    'account/find',
    'account/lost',
  ],
  'own-data': ['messages', 'sandbox/mailbox', 'is-it-from-us/answer', 'my-data', 'my-data/delete', 'my-data/deleted'],
  asking: ['ask/send', 'assisted', 'status', 'withdraw'],
  offer: ['status', 'offer', 'offer/confirm', 'offer/decline', 'assisted'],
  'offer-edge': ['offer', 'status'],
  appointment: ['status', 'confirmation'],
  detours: [
    'status',
    'offer',
    'appointment/cancel',
    'appointment/missed',
    'confirmation',
    'register/terms',
    'ask/send',
    'staff/day',
  ],
  draws: ['draws', 'draws/day', 'draws/how', 'draws/check', 'draws/own', 'draws/cheat'],
  review: ['assisted', 'status', 'staff/reviews', 'staff/review'],
  staff: [
    'staff',
    'staff/draw',
    'staff/policies',
    'staff/day',
    'staff/reviews',
    'staff/review',
    'staff/capacity',
    'staff/lost-code',
    'staff/new-code',
  ],
  reports: ['staff/reports'],
} as const satisfies Readonly<Record<string, readonly Page[]>>;

type Part = keyof typeof looksAt;

const annotation = 'looks at';

/** What that test is told with: `test('…', looking('offer'), async …)`. */
export function looking(part: Part): { readonly annotation: { readonly type: string; readonly description: Part } } {
  return { annotation: { type: annotation, description: part } };
}

/** The pages of a test with these annotations; none of one that isn't told so. */
export function promisedBy(
  annotations: readonly { readonly type: string; readonly description?: string | undefined }[],
): readonly Page[] {
  return annotations
    .filter(({ type }) => type === annotation)
    .flatMap(({ description }) => looksAt[description as Part] as readonly Page[]);
}
