import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFontsFor } from './chinese-fonts.ts';
import { type Direction, setLines } from './lines.ts';

const set = (text: string, direction: Direction, width = 500) =>
  setLines(text, { direction, width, size: 10, weight: 400 });
/** Each line from left to right. */
const seen = (text: string, direction: Direction, width?: number) =>
  set(text, direction, width).map(({ runs }) =>
    runs
      .toSorted((one, other) => one.left - other.left)
      .map((run) => run.text)
      .join(''),
  );
/** Each line as its runs are drawn one after the other. */
const drawn = (text: string, direction: Direction, width?: number) =>
  set(text, direction, width).map(({ runs }) => runs.map((run) => run.text));

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

describe('Arabic lines', () => {
  test('are drawn in the order in which they are read, each piece at its place', () => {
    const [line] = set('موعدك (El Paso) في 8:00', 'rtl');
    const runs = line?.runs ?? [];
    expect(runs.map(({ text }) => text)).toEqual(['موعدك ', ')', 'El Paso', ' (', 'في ', '8:00']);
    const ends = runs.map(({ left, width }) => left + width);
    expect(ends[0]).toBeCloseTo(line?.width ?? 0);
    expect(ends).toEqual(ends.toSorted((one, other) => other - one));
    expect(runs.at(-1)?.left).toBe(0);
  });
  test('letters are joined, and marks and the sign that parts letters are kept', () => {
    const run = (text: string) => set(text, 'rtl')[0]?.runs[0];
    const glyphs = (text: string) =>
      run(text)
        ?.font.font.layout(text, [])
        .glyphs.map(({ id }) => id) ?? [];
    const alone = Array.from('محمد', (letter) => glyphs(letter)[0]);
    const joined = glyphs('محمد').toReversed();
    expect(joined).toHaveLength(4);
    for (const [index, id] of joined.entries()) expect([index, id === alone[index]]).toEqual([index, false]);
    expect(glyphs('لا')).toHaveLength(1);
    for (const name of ['فَاطِمَة', 'علی\u200cرضا']) expect(drawn(name, 'rtl')).toEqual([[name]]);
    expect(glyphs('علی\u200cرضا')).not.toEqual(glyphs('علیرضا'));
  });
  test('a name that is set apart stays whole, in either direction', () => {
    expect(seen('الشخص \u2068Ana (2)\u2069: نعم', 'rtl')).toEqual(['نعم :Ana (2)الشخص ']);
    expect(seen('Person \u2068أنا\u2069 (2)', 'ltr')).toEqual(['Person أنا (2)']);
  });
  test('quotation marks and brackets open to the other side', () => {
    expect(drawn('«نعم»', 'rtl')).toEqual([['»', 'نعم', '«']]);
  });
});

describe('Chinese lines', () => {
  const text =
    '请打开“我的进度”，看看您能做什么。如果图片读不出来，您可以说这个代码（123 456 782）；不要付钱给任何人！';
  test('end between signs, but none begins with punctuation that closes or ends with such that opens', async () => {
    await openFontsFor(text);
    for (let width = 60; width <= 300; width += 5) {
      const lines = seen(text, 'ltr', width);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const line of lines) {
        expect(line).not.toMatch(/^[。，、；：？！）”]/u);
        expect(line).not.toMatch(/[（“]$/u);
      }
    }
    expect(seen(text, 'ltr', 100)[0]).toBe('请打开“我的进度”，');
  });
  test('have Chinese quotation marks, and Latin names in one piece', async () => {
    const mixed = '“您”在 Juárez 口岸';
    await openFontsFor(mixed);
    const [line] = set(mixed, 'ltr');
    const families = line?.runs.map((run) => [run.text, run.font.name.split('-')[0]]);
    expect(families?.filter(([, family]) => family !== 'chinese')).toEqual([[' Juárez ', 'latin']]);
  });
});
