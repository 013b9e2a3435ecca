import { toAsciiDigits } from '#core/language/digits.ts';
import type { Questions } from '#core/policy/policy.ts';
import type { FieldProblem } from '#core/problem/kinds.ts';
import { err, ok } from '#core/result.ts';
import type { Answers } from './answers.ts';
import { type EyeColor, eyeColors } from './details.ts';
import { areBlank, type Checked, checkChoice, checkNumber, type Fields, isOneOf, readText } from './field.ts';
import { isPressed, skipField } from './question-rule.ts';
import type { CheckedAnswers, StepRule } from './step-rule.ts';

const heightFields = ['heightCm', 'heightFeet', 'heightInches'] as const;
const weightFields = ['weightKg', 'weightPounds'] as const;
const ownFields = [...heightFields, ...weightFields, 'eyeColor'];

const parts = ['height', 'weight', 'eyeColor'] as const satisfies readonly (keyof Questions & keyof Answers)[];
type Part = (typeof parts)[number];

/**
 * Height, weight, eye colour: one screen, since it is one look into a mirror or a document; each asked, optional or not
 * asked by itself. Kinds at each field: `wrong-type`, `missing`, `not-a-number`, `too-long`, `too-small`, `too-large`,
 * `not-in-list`.
 */
export const looksRule: StepRule = {
  owner: 'person',
  answers: parts,
  isAsked: (questions) => parts.some((part) => questions[part] !== 'not-asked'),
  fields: [...ownFields, skipField],
  keptFields: ownFields,
  check(sent, { questions }) {
    // What is asked has no way around it: where one part is, there is no such button.
    const isSkipped = isPressed(sent);
    const asked = parts.filter((part) => questions[part] !== 'not-asked');
    const checked = asked.map((part) => checkPart(part, isSkipped ? {} : sent, questions[part] === 'optional'));
    return {
      answers: Object.assign({}, ...checked.map(({ answers }) => answers)) as Partial<Answers>,
      problems: checked.flatMap(({ problems }) => problems),
    };
  },
  leave: (questions) => (parts.some((part) => questions[part] === 'asked') ? null : 'skip'),
  isAnswered: (answers, { questions }) =>
    parts.every((part) => {
      if (questions[part] === 'not-asked') return true;
      return answers[part] !== undefined && (questions[part] === 'optional' || answers[part] !== null);
    }),
};

const fieldsOf: Readonly<Record<Part, readonly string[]>> = {
  height: heightFields,
  weight: weightFields,
  eyeColor: ['eyeColor'],
};

function checkPart(part: Part, sent: Fields, isOptional: boolean): CheckedAnswers {
  if (isOptional && areBlank(sent, fieldsOf[part])) return { answers: { [part]: null }, problems: [] };
  const found = measured[part](sent);
  return 'problem' in found
    ? { answers: {}, problems: [found.problem] }
    : { answers: { [part]: found.value }, problems: [] };
}

type Measured = { readonly value: number | EyeColor } | { readonly problem: FieldProblem };

const measured: Readonly<Record<Part, (sent: Fields) => Measured>> = {
  /** Centimetres, also out of metres (`1.65`, as most of Latin America writes it) or feet and inches. */
  height(sent) {
    if (!areBlank(sent, ['heightCm']) || areBlank(sent, heightFields)) return at('heightCm', readCentimetres(sent));
    const feet = checkNumber(sent, 'heightFeet', { least: 1, most: 8 });
    if (!feet.ok) return at('heightFeet', feet);
    const inches = areBlank(sent, ['heightInches']) ? ok(0) : checkNumber(sent, 'heightInches', { least: 0, most: 11 });
    if (!inches.ok) return at('heightInches', inches);
    return { value: Math.round(feet.value * 30.48 + inches.value * 2.54) };
  },
  /** Kilograms, also out of pounds. */
  weight(sent) {
    if (!areBlank(sent, ['weightKg']) || areBlank(sent, weightFields)) {
      return at('weightKg', checkNumber(sent, 'weightKg', { least: 1, most: 400 }));
    }
    const pounds = checkNumber(sent, 'weightPounds', { least: 2, most: 880 });
    return pounds.ok ? { value: Math.round(pounds.value * 0.453_592_37) } : at('weightPounds', pounds);
  },
  eyeColor: (sent) => at('eyeColor', checkChoice(sent, 'eyeColor', isOneOf(eyeColors))),
};

function readCentimetres(sent: Fields): Checked<number> {
  const range = { least: 30, most: 250 };
  const read = readText(sent, 'heightCm');
  if (!read.ok) return read;
  const [, metres, rest] = /^([0-2])[.,](\d{2})$/.exec(toAsciiDigits(read.value)) ?? [];
  if (metres === undefined) return checkNumber(sent, 'heightCm', range);
  const centimetres = Number(metres) * 100 + Number(rest);
  return centimetres < range.least ? err({ kind: 'too-small', limit: range.least }) : ok(centimetres);
}

function at(field: string, checked: Checked<number | EyeColor>): Measured {
  return checked.ok ? { value: checked.value } : { problem: { field, ...checked.error } };
}
