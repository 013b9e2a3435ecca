import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Catalogs, parseAttic, throughAttic } from './attic.ts';

const ru: Catalogs = {
  areas: new Map([['start', { title: 'Начало', box: { text: 'Текст', more: 'Ещё' } }]]),
  statuses: { 'start.title': 'a', 'start.box.text': 'b', 'start.box.more': 'c' },
  attic: {},
};
const nothing = new Set<string>();

test('what is removed goes to the attic with its state, and an empty group goes', () => {
  const after = throughAttic(ru, { isGone: (key) => key.startsWith('start.box.'), added: nothing });
  expect(Object.fromEntries(after.areas)).toEqual({ start: { title: 'Начало' } });
  expect(after.statuses).toEqual({ 'start.title': 'a' });
  expect(after.attic).toEqual({
    'start.box.text': { text: 'Текст', status: 'b' },
    'start.box.more': { text: 'Ещё', status: 'c' },
  });
  expect(after.stored).toEqual(['start.box.text', 'start.box.more']);
});

test('a key that is added again gets its text and its state back', () => {
  const gone = throughAttic(ru, { isGone: (key) => key === 'start.box.text', added: nothing });
  const back = throughAttic(gone, { isGone: () => false, added: new Set(['start.box.text', 'start.new']) });
  expect(back.areas.get('start')).toEqual({ title: 'Начало', box: { more: 'Ещё', text: 'Текст' } });
  expect(back.statuses).toEqual(ru.statuses);
  expect(back.attic).toEqual({});
  expect(back.restored).toEqual(['start.box.text']);
});

test('whatever goes and comes back, no text and no state is lost', () => {
  const keys = ['title', 'box.text', 'box.more'].map((key) => `start.${key}`);
  fc.assert(
    fc.property(fc.array(fc.subarray(keys), { maxLength: 6 }), (rounds) => {
      let now = ru;
      for (const chosen of rounds) {
        const isKept = (key: string) => chosen.includes(key);
        now = throughAttic(now, { isGone: (key) => !isKept(key), added: new Set(chosen) });
      }
      const all = throughAttic(now, { isGone: () => false, added: new Set(keys) });
      expect(Object.fromEntries(all.areas)).toEqual(Object.fromEntries(ru.areas));
      expect(all.statuses).toEqual(ru.statuses);
    }),
  );
});

test('an attic that is none is refused', () => {
  expect(() => parseAttic('{ "a": "b" }')).toThrow();
  expect(parseAttic('{ "a.b": { "text": "c" } }')).toEqual({ 'a.b': { text: 'c' } });
});
