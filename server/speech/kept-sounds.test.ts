import { expect, test } from 'vitest';
import { keepSounds } from './kept-sounds.ts';

const piece = (text: string, locale: 'ht' | 'ru' = 'ht') => ({ locale, text });
const sound = (length: number) => new Uint8Array(length);
const room = (now = () => 0) => keepSounds({ mostBytes: 100, longestMs: 1000, now });

test('what was not asked for the longest goes first, and no more is kept than allowed', () => {
  const sounds = room();
  sounds.keep(piece('a'), sound(40));
  sounds.keep(piece('b'), sound(40));
  expect(sounds.find(piece('a'))).toHaveLength(40);
  sounds.keep(piece('c'), sound(40));
  expect(sounds.find(piece('b'))).toBeUndefined();
  expect(sounds.find(piece('a'))).toBeDefined();
  expect(sounds.find(piece('c'))).toBeDefined();
});

test('the same piece again takes no more room, and one that is too large is not kept', () => {
  const sounds = room();
  sounds.keep(piece('a'), sound(60));
  sounds.keep(piece('a'), sound(50));
  sounds.keep(piece('b'), sound(50));
  expect(sounds.find(piece('a'))).toHaveLength(50);
  sounds.keep(piece('c'), sound(101));
  expect(sounds.find(piece('c'))).toBeUndefined();
});

test('the same words in another language are another sound', () => {
  const sounds = room();
  sounds.keep(piece('a'), sound(1));
  expect(sounds.find(piece('a', 'ru'))).toBeUndefined();
});

test('one that nobody asked for in that time goes', () => {
  let time = 0;
  const sounds = room(() => time);
  sounds.keep(piece('a'), sound(10));
  sounds.keep(piece('b'), sound(10));
  time = 1000;
  expect(sounds.find(piece('a'))).toBeDefined();
  time = 1001;
  expect(sounds.find(piece('b'))).toBeUndefined();
  expect(sounds.find(piece('a'))).toBeDefined();
});
