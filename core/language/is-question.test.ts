import { expect, test } from 'vitest';
import { isQuestion } from './is-question.ts';

test.each([
  'What happened?',
  'Que s’est-il passé ?',
  'ماذا حدث؟',
  '发生了什么？',
  'Ի՞նչ է եղել',
  'Որտե՞ղ է եղել և ինչպե՞ս',
])('“%s” is a question', (label) => {
  expect(isQuestion(label)).toBe(true);
});

test.each(['Family names', 'Электронная почта', '姓', 'Հեռախոսահամար', '1. Step: your phone', ''])(
  '“%s” is none',
  (label) => {
    expect(isQuestion(label)).toBe(false);
  },
);
