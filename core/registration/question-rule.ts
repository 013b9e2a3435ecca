import type { Questions } from '#core/policy/policy.ts';
import type { Answers, FurtherStep } from './answers.ts';
import { areBlank, type Fields, readText } from './field.ts';
import type { CheckContext, CheckedAnswers, StepRule, Who } from './step-rule.ts';

/** What the button beside "Continue" sends: she skips the question, or has nothing to name. */
export const skipField = 'skip';

type Question<Name extends keyof Answers> = Pick<StepRule, 'owner'> & {
  /** The policy's name for it. */
  readonly asks: Exclude<keyof Questions, 'sharedAddress'>;
  readonly answer: Name;
  readonly fields: readonly string[];
  readonly check: (fields: Fields, context: CheckContext) => CheckedAnswers;
  /** Where the button may also mean "I have none": what is then stored. */
  readonly none?: Answers[Name];
};

/**
 * The rule of a question that policies ask, leave open or don't ask. Left open, it is answered with `null` by the button
 * or by sending nothing; asked, the button answers `none` where there is such an answer, and nothing sent is `missing`,
 * or `nothing-named` where the button would have been the answer. What a household shares may always be left out for a member: then her head's answer is hers.
 */
export function questionRule<Name extends keyof Answers>(question: Question<Name>): StepRule {
  const { owner, asks, answer, fields, check, none } = question;
  const answered = (value: unknown): CheckedAnswers => ({ answers: { [answer]: value }, problems: [] });
  const isOfHead = (who: Who) => owner === 'household' && who === 'member';
  return {
    owner,
    answers: [answer],
    isAsked: (questions) => questions[asks] !== 'not-asked',
    fields: [...fields, skipField],
    keptFields: fields,
    check(sent, context) {
      const asked = context.questions[asks];
      if (asked === 'not-asked') return { answers: {}, problems: [] };
      const isSkipped = isPressed(sent);
      const isOpen = asked === 'optional' || isOfHead(context.who);
      if (isOpen && (isSkipped || areBlank(sent, fields))) return answered(null);
      if (none === undefined) return check(sent, context);
      if (isSkipped) return answered(none);
      const [field] = fields;
      if (field !== undefined && areBlank(sent, fields))
        return { answers: {}, problems: [{ field, kind: 'nothing-named' }] };
      return check(sent, context);
    },
    leave(questions, who) {
      if (isOfHead(who)) return 'same';
      if (questions[asks] === 'optional') return 'skip';
      return none === undefined ? null : 'none';
    },
    isAnswered(answers, { questions }) {
      const given: unknown = answers[answer];
      return given !== undefined && (questions[asks] === 'optional' || given !== null);
    },
  };
}

/** Whether she left the question out by its button. */
export function isPressed(sent: Fields): boolean {
  const read = readText(sent, skipField);
  return read.ok && read.value !== '';
}

/** Steps whose question may have no answer: asked, their button says "I have none" instead of "Skip". */
export const stepsWithNone = ['languages', 'citizenships', 'needs', 'travel'] as const satisfies readonly FurtherStep[];
