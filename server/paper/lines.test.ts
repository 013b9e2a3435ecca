import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Direction, setLines } from './lines.ts';

const set = (text: string, direction: Direction, width = 500) =>
  setLines(text, { direction, width, size: 10, weight: 400 });
const seen = (text: string, direction: Direction, width?: number) =>
  set(text, direction, width).map(({ runs }) => runs.map((run) => run.text).join(''));

describe('lines', () => {
  test('end at a space or behind a hyphen, which stays', () => {
    expect(seen('Vin a pye soti Ciudad Juárez', 'ltr', 60)).toEqual(['Vin a pye', 'soti Ciudad', 'Juárez']);
    expect(seen('Marie-Flore', 'ltr', 40)).toEqual(['Marie-', 'Flore']);
  });
  test('a word longer than the line is cut, not lost', () => {
    const cut = seen('Wirtschaftsprüfungsgesellschaft', 'ltr', 40);
    expect(cut.length).toBeGreaterThan(3);
    expect(cut.join('')).toBe('Wirtschaftsprüfungsgesellschaft');
  });
  test('words from right to left are drawn with the first one last, numbers and Latin names as they are', () => {
    const word = (text: string) => `\u200f\u202e${text}\u202c\u200f`;
    expect(seen(`${word('Come')} 30 ${word('minutes')} (${word('early')}) Ana`, 'rtl')).toEqual([
      'Ana (ylrae) setunim 30 emoC',
    ]);
  });
  test('a Latin line in a page from right to left is not turned', () => {
    expect(seen('400 Example Street, El Paso, TX', 'ltr')).toEqual(['400 Example Street, El Paso, TX']);
  });
  test('each script is in its own font, and marks that only steer are not drawn', () => {
    const [line] = set('Ana\u200e Анна', 'ltr');
    expect(line?.runs.map(({ text, font }) => [text, font.name])).toEqual([
      ['Ana ', 'latin-400'],
      ['Анна', 'cyrillic-400'],
    ]);
  });
  test('nothing is lost, nothing said twice, and no line is too wide', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'm', 'W', 'ò', 'ż', 'Ж', 'я', '-'),
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 30, max: 300 }),
        (words, width) => {
          const lines = set(words.join(' '), 'ltr', width);
          expect(
            lines
              .map(({ runs }) => runs.map(({ text }) => text).join(''))
              .join('')
              .replaceAll(' ', ''),
          ).toBe(words.join(''));
          for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + 0.5);
        },
      ),
      { numRuns: 60 },
    );
  });
});
