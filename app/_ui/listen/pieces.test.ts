import { describe, expect, test } from 'vitest';
import { piecesOf, said } from './pieces.ts';

describe('what is read aloud', () => {
  test('says a code or a telephone number digit by digit, and an amount as a number', () => {
    expect(said('Code: 123 456 789')).toBe('Code: 1, 2, 3, 4, 5, 6, 7, 8, 9');
    expect(said('656-123-4567')).toBe('6, 5, 6, 1, 2, 3, 4, 5, 6, 7');
    expect(said('23 hours, 180 days')).toBe('23 hours, 180 days');
  });

  test('is cut behind its sentences', () => {
    const sentence = `${'слово '.repeat(20)}конец.`;
    expect(piecesOf(`${sentence} ${sentence}`)).toEqual([sentence, sentence]);
  });

  test('is cut between words, or anywhere, where there is no sentence', () => {
    const pieces = piecesOf('word '.repeat(100));
    expect(pieces.every((piece) => piece.length <= 180)).toBe(true);
    expect(pieces.join(' ')).toBe('word '.repeat(100).trim());
    expect(piecesOf('字'.repeat(400)).join('')).toBe('字'.repeat(400));
  });

  test('leaves out what has no word in it', () => {
    expect(piecesOf(' — ')).toEqual([]);
    expect(piecesOf('')).toEqual([]);
  });
});
