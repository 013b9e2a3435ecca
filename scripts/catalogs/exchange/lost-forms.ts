import { isPluralElement, isSelectElement } from '@formatjs/icu-messageformat-parser';
import { elementsOf } from '../icu.ts';
import type { Arrival } from './arrivals.ts';
import { type Refusal, refusal } from './refusal.ts';

/**
 * Forms that a text had and its new version has not. Those that a language needs are looked for by a rule of the check;
 * this is for the others, which tools drop without a word: `many` of Spanish, `=0`.
 */
export function lostForms({ brought, unit, text }: Arrival): readonly Refusal[] {
  const found = new Set(choicesOf(text));
  const expected = choicesOf(unit.target);
  const lost = expected.filter((choice) => !found.has(choice));
  if (lost.length === 0) return [];
  return [
    refusal('lost-form', brought, {
      message: `A form is gone: ${lost.join(', ')}.`,
      expected: expected.join(', '),
      found: [...found].join(', '),
      why: 'For some numbers or cases the sentence would be wrong.',
      fix: 'Put the form back. To take it out for good, change the file in locales/ itself.',
    }),
  ];
}

/** `count one`, `count =0`, `sex female` for each choice in a message. */
function choicesOf(message: string): readonly string[] {
  const choices = elementsOf(message).flatMap((element) =>
    isPluralElement(element) || isSelectElement(element)
      ? Object.keys(element.options).map((form) => `${element.value} ${form}`)
      : [],
  );
  return [...new Set(choices)];
}
