import { expect, test } from 'vitest';
import { readingGrade } from './reading-grade.ts';

test('the formula finds a children’s rhyme easy and a law hard', () => {
  expect(readingGrade('The cat sat on the mat. The dog ran to the man.')).toBeLessThan(1);
  expect(
    readingGrade('Notwithstanding any contrary provision, the administration may discontinue the authorization.'),
  ).toBeGreaterThan(16);
});
