import { expect, test } from 'vitest';
import { changedAnswers } from './changed-answers.ts';

test('of a step only the answers that changed are told', () => {
  const before = { birthCountry: 'HT', citizenship: 'CL' };
  expect(changedAnswers(before, { birthCountry: 'HT', citizenship: 'HT' })).toEqual({ citizenship: 'CL' });
  expect(changedAnswers(before, before)).toEqual({});
});

test('a name is told as a whole, the same name in other letters only if it changed', () => {
  const names = { givenNames: 'Zoé', familyNames: 'Désir', nativeGivenNames: '', nativeFamilyNames: '' };
  expect(changedAnswers(names, { ...names, givenNames: 'Zoë' })).toEqual({ givenNames: 'Zoé', familyNames: 'Désir' });
});

test('an answer that was never given and one that was left out are the same', () => {
  expect(changedAnswers({ needs: null }, {})).toEqual({});
});
