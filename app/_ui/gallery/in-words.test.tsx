import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { messagesOf } from '#tests/support/words.ts';
import { Button } from '../button/button.tsx';
import { Field } from '../field/field.tsx';
import { Tabs } from '../tabs/tabs.tsx';
import { allExamples } from './all-examples.ts';
import { inWords, wordsOf } from './in-words.ts';

const words = wordsOf(
  { common: { continue: 'Continue', step: { one: 'Name' } }, left: 'Left' },
  { common: { continue: 'Kontinye', step: { one: 'Non' } } },
);

test('a text of the catalogs is shown in the other language, wherever it stands; what isn’t there stays', () => {
  const shown = (node: Parameters<typeof inWords>[0]) => renderToStaticMarkup(inWords(node, words));
  expect(shown(<Button>Continue</Button>)).toContain('>Kontinye<');
  expect(shown(<Field name="Name-of-field" label="Name" />)).toContain('>Non</label>');
  const tabs = [{ href: '/', text: 'Name', isCurrent: true }];
  expect(shown(<Tabs label="Left" tabs={tabs} />)).toMatch(/aria-label="Left".*>Non</);
});

test('most examples speak as people read it, or nobody would see how long words are elsewhere', () => {
  const known = wordsOf(messagesOf('en'), messagesOf('hy'));
  const all = Object.entries(allExamples).flatMap(([component, examples]) =>
    Object.values(examples).map((node) => ({ component, html: renderToStaticMarkup(inWords(node, known)) })),
  );
  const same = new Set(all.filter(({ html }) => !/[\u0530-\u058f]{3}/.test(html)).map(({ component }) => component));
  // The menu lists the languages of the last build, where there was one.
  same.delete('language-menu');
  // Nothing to translate there, but what a picture is called.
  expect([...same].sort()).toEqual(['address', 'qr']);
});
