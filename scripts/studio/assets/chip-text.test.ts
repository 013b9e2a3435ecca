import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chipBeside, chipsIn, snapped, wholeChange } from './chip-text.ts';

const name = { before: '{name}', after: '' };
const bold = { before: '<b>', after: '</b>' };
const kinds = [name, bold];

function changed(text: string, [from, to]: readonly [number, number], insert = ''): string {
  const { span, text: put } = wholeChange(text, kinds, { from, to, insert });
  return text.slice(0, span.from) + put + text.slice(span.to);
}

describe('chips', () => {
  test('are what the English has, and no other word in braces', () => {
    expect(chipsIn('{count, plural, one {moun} other {{name} <i>x</i>}}', kinds)).toEqual([
      { from: 34, to: 40, partner: undefined },
    ]);
  });

  test('know their other end, also one inside of the other', () => {
    const text = '<b>a<b>b</b></b></b>';
    expect(chipsIn(text, kinds).map(({ partner }) => partner)).toEqual([3, 2, 1, 0, undefined]);
  });

  test('may have any sign in their names', () => {
    expect(chipsIn('a {x.y}', [{ before: '{x.y}', after: '' }])).toHaveLength(1);
    expect(chipsIn('a {xzy}', [{ before: '{x.y}', after: '' }])).toHaveLength(0);
  });
});

describe('the cursor', () => {
  const chips = chipsIn('ab {name} cd', kinds);
  const at = (place: number) => ({ from: place, to: place });

  test('passes over a chip in both directions', () => {
    expect(snapped(chips, at(4), at(3))).toEqual(at(9));
    expect(snapped(chips, at(8), at(9))).toEqual(at(3));
    expect(snapped(chips, at(2), at(1))).toEqual(at(2));
  });

  test('takes a chip into a selection whole, and leaves it whole', () => {
    expect(snapped(chips, { from: 1, to: 5 }, { from: 1, to: 3 })).toEqual({ from: 1, to: 9 });
    expect(snapped(chips, { from: 1, to: 8 }, { from: 1, to: 9 })).toEqual({ from: 1, to: 3 });
    expect(snapped(chips, { from: 8, to: 11 }, { from: 9, to: 11 })).toEqual({ from: 3, to: 11 });
    expect(snapped(chips, { from: 4, to: 8 }, at(0))).toEqual({ from: 3, to: 9 });
  });
});

describe('a change', () => {
  test('of a letter of a chip takes all of it', () => {
    const chips = chipsIn('ab {name} cd', kinds);
    expect(chipBeside(chips, 9, 'back')).toMatchObject({ from: 3, to: 9 });
    expect(chipBeside(chips, 3, 'forth')).toMatchObject({ from: 3, to: 9 });
    expect(chipBeside(chips, 3, 'back')).toBeUndefined();
    expect(changed('ab {name} cd', [8, 10])).toBe('ab cd');
  });

  test('that takes one end of a tag takes the other', () => {
    expect(changed('a <b>word</b> c', [2, 5])).toBe('a word c');
    expect(changed('a <b>word</b> c', [7, 15], 'X')).toBe('a woX');
    expect(changed('a <b>x {name}</b> c', [0, 7], 'Y')).toBe('Y{name} c');
  });

  test('tells where the cursor stands then', () => {
    expect(wholeChange('a <b>word</b> c', kinds, { from: 7, to: 15, insert: 'XY' }).cursor).toBe(6);
  });

  test('never leaves a chip in pieces, or a tag alone', () => {
    const piece = fc.constantFrom('a', ' ', '{name}', '<b>x</b>', '<b>{name} y</b>');
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.tuple(fc.nat(60), fc.nat(60)), fc.constantFrom('', 'z'), (whole, ends, insert) => {
        const [from, to] = [Math.min(...ends, whole.length), Math.min(Math.max(...ends), whole.length)];
        if (from === to) return;
        const after = changed(whole, [from, to], insert);
        expect(chipsIn(after, [bold]).every(({ partner }) => partner !== undefined)).toBe(true);
        expect(after.replaceAll(/\{name\}|<\/?b>/g, '')).not.toMatch(/[{}<>]/);
      }),
    );
  });
});
