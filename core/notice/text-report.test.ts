import { describe, expect, test } from 'vitest';
import { readTextReport } from './text-report.ts';

const isScreen = (text: string) => text === 'register/name';
const right = { screen: 'register/name', chosen: '', words: ' Kijan ou rele,\r\nou menm? ', remark: '' };

describe('a report of a text', () => {
  test('is read with its line breaks, and needs no remark', () => {
    expect(readTextReport(right, isScreen)).toEqual({
      ok: true,
      value: { screen: 'register/name', words: ['Kijan ou rele,\nou menm?'], remark: '' },
    });
  });

  test('may come from a page that nobody knows', () => {
    expect(readTextReport({ remark: 'x' }, isScreen)).toMatchObject({ ok: true, value: { screen: '', words: [] } });
  });

  test('holds the words that were picked and those that were written, once where they are the same', () => {
    const words = (change: object) => readTextReport({ ...right, ...change }, isScreen);
    expect(words({ chosen: 'a', words: 'b' })).toMatchObject({ value: { words: ['a', 'b'] } });
    expect(words({ chosen: 'a', words: ' a' })).toMatchObject({ value: { words: ['a'] } });
    expect(words({ chosen: 'a', words: '' })).toMatchObject({ value: { words: ['a'] } });
  });

  test.each([
    [{ words: ' \n ' }, 'words', { kind: 'missing' }],
    [{ screen: 'register/name/../x' }, 'screen', { kind: 'not-in-list' }],
    [{ screen: ['register/name'] }, 'screen', { kind: 'wrong-type' }],
    [{ words: 'я'.repeat(501) }, 'words', { kind: 'too-long', limit: 500 }],
    [{ words: 'a\u0000b' }, 'words', { kind: 'control-characters' }],
    [{ chosen: ['a'] }, 'chosen', { kind: 'wrong-type' }],
    [{ remark: 'é'.repeat(501) }, 'remark', { kind: 'too-long', limit: 500 }],
    [{ remark: 'a\ud800' }, 'remark', { kind: 'control-characters' }],
  ])('with %j is refused', (change, field, problem) => {
    const read = readTextReport({ ...right, ...change }, isScreen);
    expect(read).toEqual({ ok: false, error: { kind: 'fields', fields: [{ field, ...problem }] } });
  });
});
