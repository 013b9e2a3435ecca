import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { json, writeTree } from '../catalogs/testing/exchange-tree.ts';
import { keyFinder } from './keys-of-texts.ts';
import { marksOf } from './marks.ts';

const root = writeTree({
  'locales/ht/ask.json': json({
    button: 'Kontinye',
    ports: { button: 'Kontinye', rest: 'Rete {hours} èdtan' },
    any: '{name}, {city}',
  }),
  'locales/ht/common.json': json({ help: 'Èd' }),
  'locales/ht/start.json': json({
    button: 'Kontinye',
    read: 'Li <link>kondisyon yo</link> anvan.',
    people: '{count, plural, =1 {Yon moun} other {{countText} moun}}',
  }),
  'locales/ht/status.json': json({ 'start.button': 'Kontinye' }),
  'content/ht/help.md': '---\ntitle: Èd\n---\n\n## Kijan?\n\nPeze **Mande** [isit](/ask).\n',
});
afterAll(() => {
  rmSync(root, { recursive: true });
});
const keysOf = keyFinder(root, 'ht');

test.each([
  ['words as they are', 'start: Li kondisyon yo anvan.', ['start.read']],
  ['what the program filled in', 'ask-ports: Rete 23 èdtan', ['ask.ports.rest']],
  ['each form', 'start: 12 moun', ['start.people']],
  ['another form', 'start: Yon moun', ['start.people']],
  ['a paragraph of a page', 'help: Peze Mande isit.', ['page:help.2']],
  ['nothing that people entered', 'start: Marie Jean, Tijuana', []],
])('a screen is compared with the catalogs: %s', (_title, seen, keys) => {
  const [screen = '', text = ''] = seen.split(': ');
  expect(keysOf(screen, text)).toEqual(keys);
});

test('what stands around every page is meant where no key is called as the screen', () => {
  expect(keysOf('account', 'Èd')).toEqual(['common.help']);
  expect(keysOf('help', 'Èd')).toEqual(['page:help.0']);
});

test('of texts that are the same, those are meant that are called as the screen', () => {
  expect(keysOf('ask-ports', 'Kontinye')).toEqual(['ask.ports.button']);
  expect(keysOf('ask', 'Kontinye')).toEqual(['ask.button', 'ask.ports.button']);
  expect(keysOf('account', 'Kontinye')).toEqual(['ask.button', 'ask.ports.button', 'start.button']);
});

test('a picture has each place of a text once, and nothing that was cut off', () => {
  const button = { text: 'Kontinye', x: 16, y: 80, width: 288, height: 44 };
  const seen = [button, button, { ...button, y: 300 }, { ...button, y: 1980 }, { ...button, text: 'Marie' }];
  expect(marksOf({ screen: 'start', seen, width: 320, height: 2000, keysOf })).toEqual({
    width: 320,
    height: 2000,
    texts: {
      'start.button': [
        [16, 80, 288, 44],
        [16, 300, 288, 44],
      ],
    },
  });
});
