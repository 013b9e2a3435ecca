import type { Answers } from './answers.ts';

/** Told together: half a name is none. */
const together: readonly (readonly (keyof Answers)[])[] = [
  ['givenNames', 'familyNames'],
  ['nativeGivenNames', 'nativeFamilyNames'],
];

/**
 * Of a step's answers those that differ from the others, a name as a whole. Of `{ birthCountry: 'HT', citizenship: 'CL' }`
 * beside `{ birthCountry: 'HT', citizenship: 'HT' }` it gives `{ citizenship: 'CL' }`.
 */
export function changedAnswers(answers: Partial<Answers>, others: Partial<Answers>): Partial<Answers> {
  const isChanged = (name: keyof Answers) =>
    JSON.stringify(answers[name] ?? null) !== JSON.stringify(others[name] ?? null);
  const isTold = (name: string) =>
    (together.find((names) => names.some((one) => one === name)) ?? [name as keyof Answers]).some(isChanged);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => isTold(name)));
}
