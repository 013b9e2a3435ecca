/** Keys by pattern, `*` for one part, and why no screen that is looked at has to show them. */
type Beside = { readonly why: string; readonly texts: readonly string[] };

/** Told in the box in which `told-on-screen.spec.ts` looks at the others; each is caused where it comes up. */
const otherProblems = [
  // Two sendings at once, or a second one under the same key (`bad-input/repeats.spec.ts`).
  'repeat-in-progress',
  'repeat-differs',
  // A crowd, or a vendor that is down.
  'busy',
  'speech-unavailable',
  'sign-in-failed',
  'sign-in-unavailable',
  // A body that is no form (`bad-input/requests.spec.ts`).
  'unreadable-body',
  // Somebody else did something meanwhile (`bad-input/groups.spec.ts`, use cases).
  'too-many-tries',
  'group-frozen',
  'group-booked',
  'not-a-newborn',
  'has-registration',
  'in-a-group',
  'group-mixed',
  'ports-missing',
  'appointment-over',
  'appointment-day-not-over',
  'download-limit',
  // A colleague did (use cases of staff).
  'capacity-in-use',
  'capacity-announced',
  'pool-not-open',
  'pool-too-late',
  'draw-waits',
  'draw-not-released',
  'slot-not-over',
  'slot-full',
  'review-by-another',
  'needs-second-person',
];

export const onNoScreen: readonly Beside[] = [
  {
    why: 'for a proposal that comes too late, or twice (server/use-cases/publish-policy.test.ts)',
    texts: ['problem.field.policy-name-taken', 'problem.field.policy-too-soon', 'problem.field.policy-terms'],
  },
  { why: 'once other rules are in force', texts: ['policy.past'] },
  { why: 'of a draw of few people (server/use-cases/statistics.test.ts)', texts: ['statistics.few'] },
  {
    why: 'mails and pushes (server/notify); the mailbox of the sandbox shows one of them',
    texts: ['notice.*.subject', 'notice.*.text', 'notice.check', 'notice.brief'],
  },
  {
    why: 'a draw that waits for witnesses, whom the servers of the tests have none of (server/use-cases/round.test.ts)',
    texts: [
      'staff.draw.waits',
      'staff.draw.waitsFor',
      'draws.waitsFor',
      'draws.neverAgain',
      'draws.stage.*',
      'draws.parties.notYet',
    ],
  },
  {
    why: 'the PDF of an appointment (server/paper)',
    texts: ['paper.made', 'paper.unprintable', 'confirmation.change.what'],
  },
  {
    why: 'for search engines, and for the phone that Puente is installed on',
    texts: ['meta.description', 'meta.appName', 'meta.checkMessage'],
  },
  { why: 'for the moment that a phone takes to look what it keeps', texts: ['phone.wait'] },
  {
    why: 'while a draw is downloaded and done again, and where no line brings what does it',
    texts: ['draws.check.downloading', 'draws.check.working', 'draws.cheat.failed', 'draws.own.unreachable'],
  },
  {
    why: 'on the pages that check a draw: for browsers without JavaScript or Ed25519, and for the moment that it takes',
    texts: ['verify.noScript', 'verify.cannotCheck', 'verify.working', 'draws.cheat.noScript'],
  },
  {
    why: 'words within another text, which is seen',
    texts: [
      'port.*.across',
      'port.*.name',
      'messages.about.*',
      'messages.sent.channel.*',
      'messages.sent.state.*',
      'messages.sent.noWay',
      'myData.changed.none',
      'myData.changed.photo',
      'question.citizenships.label',
      'question.document.lines.label',
    ],
  },
  {
    why: 'one of several lines in the place of one that is seen, for a browser, a vendor or a file that tests do without',
    texts: [
      'messages.push.*',
      'ask.send.robot.vendor.*',
      'problem.field.image-too-large',
      'problem.field.image-too-many-pixels',
    ],
  },
  {
    why: 'before the first day is laid out, which a server does as it starts',
    texts: ['staff.capacity.none', 'staff.capacity.noDays', 'staff.draw.noPool'],
  },
  {
    why: 'another policy than those that tests look at',
    texts: ['offer.confirm.who.head', 'question.member.*.none'],
  },
  {
    why: 'the state of a pool before the one that is shown, which the box above it tells',
    texts: ['staff.draw.postponed'],
  },
  { why: 'for a problem of a form that none of its fields has', texts: ['problem.summary.whole'] },
  { why: 'while the next page is on its way', texts: ['offer.confirm.sending'] },
  {
    why: 'what the countdown says in its last hour and after it, in the place of what is seen',
    texts: ['offer.leftHours', 'offer.over'],
  },
  {
    why: 'for who lost phone and code, and so is not signed in; staff see it',
    texts: ['assisted.code.new-code'],
  },
  { why: 'the other way out of the check against robots, looked at where one asks', texts: ['messages.report.help'] },
  {
    why: 'the same box as every problem, see above',
    texts: otherProblems.map((kind) => `problem.${kind}.*`),
  },
];

/** Texts that stand in the same place in the same shape, such as the lines of a list: one that was seen is enough. */
export const oneIsEnough: readonly { readonly family: string; readonly why: string }[] = [
  { family: 'port.*.entrance', why: 'one sentence for each port' },
  { family: 'timeline.line.*', why: 'two by two in a paragraph; `detours.spec.ts` asks for each' },
  { family: 'timeline.what.*', why: 'lines of what happened so far' },
  { family: 'standing.request.reason.*', why: 'why no place is asked for now, in one place' },
  { family: 'review.told.*', why: 'what was decided and why, in one place' },
  {
    family: 'question.member.*.title',
    why: 'the heading of one screen; e2e/questions.spec.ts walks the head through all',
  },
  { family: 'myData.way.*', why: 'lines of what happened' },
  { family: 'myData.request.*', why: 'lines of what happened' },
  { family: 'myData.offer.*', why: 'lines of what happened' },
  { family: 'myData.appointment.*', why: 'lines of what happened' },
  { family: 'staff.day.state.*', why: 'a cell of the day’s table' },
];
