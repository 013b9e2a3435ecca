import { signalKinds } from '#core/eligibility/signals/signal.ts';
import { sellerActs } from '#core/notice/seller-report.ts';
import { appointmentStates } from '#core/offer/appointment.ts';
import { offerStates } from '#core/offer/offer.ts';
import { confirmers } from '#core/policy/policy.ts';
import { portCodes } from '#core/policy/ports.ts';
import { poolStates } from '#core/pool/pool.ts';
import { portFields } from '#core/pool/ports.ts';
import { requestStates } from '#core/pool/request.ts';
import { standingReasons } from '#core/pool/standing-request.ts';
import { fieldProblemKinds, problemKinds } from '#core/problem/kinds.ts';
import {
  furtherSteps,
  isFurtherStep,
  memberFurtherSteps,
  registrationSteps,
  sexes,
} from '#core/registration/answers.ts';
import { documentKinds, employmentKinds, eyeColors, maritalStatuses, needKinds } from '#core/registration/details.ts';
import { type GroupHold, relationships } from '#core/registration/group.ts';
import { stepsWithNone } from '#core/registration/question-rule.ts';
import { decisionReasons, decisions } from '#core/review/decision.ts';
import { reviewReasons } from '#core/review/reason.ts';
import { listNames, lists } from '#core/statistics/of-draw.ts';
import { deliveryStates } from '#server/db/tables/messages.ts';
import { channels, noticeKinds, noticeTopics } from '#server/notify/contract.ts';
import { sandboxWishes } from '#server/presence/contract.ts';
import { drawStages } from '#server/services/draws.ts';
import { timelineKinds } from '#server/services/pool.ts';
import type { AssistanceView, LastRequest, Role, Standing } from '#server/services.ts';

/** Those of the page, which scripts don't import; the page's own types ask for a text of each. */
const attackKinds =
  'favour swap places reseal withhold other-secret again leave-out younger older invent two-lists follow collude'.split(
    ' ',
  );

/** Keys that have to exist because something in the core can take these values. `*` is where a value stands. */
export type Enumeration = {
  readonly pattern: string;
  readonly values: readonly string[];
  /** Where the values come from. */
  readonly source: string;
};

/** A value of the core without a sentence is a finding, and so is a pattern in the sources that isn't one of these. */
export const enumerations: readonly Enumeration[] = [
  { pattern: 'problem.field.*', values: fieldProblemKinds, source: 'core/problem/kinds.ts' },
  { pattern: 'problem.*.title', values: problemKinds, source: 'core/problem/kinds.ts' },
  { pattern: 'problem.*.what', values: problemKinds, source: 'core/problem/kinds.ts' },
  { pattern: 'problem.*.next', values: problemKinds, source: 'core/problem/kinds.ts' },
  {
    pattern: 'register.*.title',
    values: [...registrationSteps.filter((step) => !isFurtherStep(step)), 'check'],
    source: 'core/registration/answers.ts',
  },
  ...parts('question.*', ['title', 'why'], { source: 'core/registration/answers.ts', values: furtherSteps }),
  { pattern: 'question.member.*.title', values: memberFurtherSteps, source: 'core/registration/answers.ts' },
  {
    pattern: 'question.member.*.none',
    values: ['citizenships', 'travel'],
    source: 'core/registration/question-rule.ts',
  },
  { pattern: 'question.*.none', values: stepsWithNone, source: 'core/registration/question-rule.ts' },
  ...[
    { pattern: 'question.document.kind.*', values: documentKinds },
    { pattern: 'question.needs.kind.*', values: needKinds },
    { pattern: 'question.employment.kind.*', values: employmentKinds },
    { pattern: 'question.marital.kind.*', values: maritalStatuses },
    { pattern: 'question.looks.color.*', values: eyeColors },
  ].map((enumeration) => ({ ...enumeration, source: 'core/registration/details.ts' })),
  { pattern: 'offer.confirm.who.*', values: confirmers, source: 'core/policy/policy.ts' },
  { pattern: 'register.relationship.*', values: relationships, source: 'core/registration/group.ts' },
  { pattern: 'register.sex.*', values: sexes, source: 'core/registration/answers.ts' },
  { pattern: 'ask.ports.*', values: portFields, source: 'core/pool/ports.ts' },
  { pattern: 'draws.stage.*', values: [...drawStages, 'open'], source: 'server/services/draws.ts' },
  ...parts('draws.cheat.*', ['what', 'by'], {
    source: 'app/[locale]/_draws/attacks/kinds.ts',
    values: attackKinds,
  }),
  { pattern: 'port.*.name', values: portCodes, source: 'core/policy/ports.json' },
  { pattern: 'port.*.across', values: portCodes, source: 'core/policy/ports.json' },
  { pattern: 'port.*.entrance', values: portCodes, source: 'core/policy/ports.json' },
  { pattern: 'staff.draw.*', values: poolStates, source: 'core/pool/pool.ts' },
  { pattern: 'staff.day.state.*', values: appointmentStates, source: 'core/offer/appointment.ts' },
  { pattern: 'myData.request.*', values: requestStates, source: 'core/pool/request.ts' },
  { pattern: 'myData.offer.*', values: offerStates, source: 'core/offer/offer.ts' },
  { pattern: 'myData.appointment.*', values: appointmentStates, source: 'core/offer/appointment.ts' },
  { pattern: 'sandbox.presence.*', values: sandboxWishes, source: 'server/presence/contract.ts' },
  {
    pattern: 'group.hold.*',
    source: 'core/registration/group.ts, GroupHold',
    values: valuesOf<GroupHold>({ free: 1, waiting: 1, frozen: 1, booked: 1 }),
  },
  {
    pattern: 'sandbox.signIn.*',
    source: 'server/services.ts, Role',
    values: valuesOf<Exclude<Role, 'anonymous'>>({ applicant: 1, operator: 1, supervisor: 1, officer: 1 }),
  },
  { pattern: 'statistics.list.*', values: listNames, source: 'core/statistics/of-draw.ts' },
  ...(['outcome', 'wait', 'answer'] as const).map((list) => ({
    pattern: `statistics.${list}.*`,
    values: lists[list].cells,
    source: 'core/statistics/of-draw.ts',
  })),
  { pattern: 'messages.act.*', values: sellerActs, source: 'core/notice/seller-report.ts' },
  { pattern: 'messages.about.*', values: Object.values(noticeTopics), source: 'server/notify/contract.ts' },
  { pattern: 'messages.sent.channel.*', values: channels, source: 'server/notify/contract.ts' },
  { pattern: 'messages.sent.state.*', values: deliveryStates, source: 'server/db/tables/messages.ts' },
  ...parts('notice.*', ['subject', 'text'], { source: 'server/notify/words.ts', values: noticeKinds }),
  ...parts('standing.*', ['title', 'what', 'next'], {
    source: 'server/services.ts, Standing',
    values: valuesOf<Standing['step']>({
      registering: 1,
      registered: 1,
      joined: 1,
      waiting: 1,
      closed: 1,
      offered: 1,
      held: 1,
      booked: 1,
    }),
  }),
  ...parts('standing.last.*', ['title', 'what'], {
    source: 'server/services.ts, LastRequest',
    values: valuesOf<LastRequest['how']>({
      withdrawn: 1,
      'not-chosen': 1,
      declined: 1,
      lapsed: 1,
      cancelled: 1,
      missed: 1,
    }),
  }),
  { pattern: 'timeline.what.*', values: timelineKinds, source: 'server/services/pool.ts' },
  { pattern: 'standing.request.reason.*', values: standingReasons, source: 'core/pool/standing-request.ts' },
  // How fast a form was filled in says which form in its key; a visitor id is compared, never shown.
  {
    pattern: 'signal.*',
    values: signalKinds.filter((kind) => kind !== 'filled-too-fast' && kind !== 'visitor'),
    source: 'core/eligibility/signals/signal.ts',
  },
  { pattern: 'myData.seen.*', values: signalKinds, source: 'core/eligibility/signals/signal.ts' },
  { pattern: 'review.reason.*', values: reviewReasons, source: 'core/review/reason.ts' },
  { pattern: 'review.decision.*', values: decisionReasons, source: 'core/review/decision.ts' },
  { pattern: 'review.told.*', values: [...decisionReasons, ...decisions], source: 'core/review/decision.ts' },
  ...['assisted.code.*', 'review.list.*'].map((pattern) => ({
    pattern,
    source: 'server/services.ts, AssistanceView',
    values: valuesOf<AssistanceView['step']>({ ask: 1, confirm: 1, newborn: 1, photo: 1, 'new-code': 1 }),
  })),
  ...['assisted.*.what', 'assisted.*.button'].map((pattern) => ({
    pattern,
    source: 'app/[locale]/assisted/page.tsx',
    values: ['ask', 'confirm'],
  })),
];

function parts(
  head: string,
  tails: readonly string[],
  { values, source }: Omit<Enumeration, 'pattern'>,
): readonly Enumeration[] {
  return tails.map((tail) => ({ pattern: `${head}.${tail}`, values, source }));
}

/** A union that has no list in the code: the compiler refuses a missing or a strange member. */
function valuesOf<Union extends string>(all: Readonly<Record<Union, 1>>): readonly string[] {
  return Object.keys(all);
}

/** The keys of one enumeration, each with its value. */
export function keysOf({ pattern, values }: Enumeration): readonly string[] {
  return values.map((value) => pattern.replace('*', value));
}

/** Whether a pattern of the sources (`problem.*.*`) covers a key; a `*` stands for one part or a piece of it. */
export function covers(pattern: string, key: string): boolean {
  return patternOf(pattern).test(key);
}

const known = new Map<string, RegExp>();

export function patternOf(pattern: string): RegExp {
  const found = known.get(pattern) ?? compiled(pattern);
  known.set(pattern, found);
  return found;
}

function compiled(pattern: string): RegExp {
  const source = pattern.split('*').map((text) => text.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
  return new RegExp(`^${source.join('[^.]+')}$`);
}
