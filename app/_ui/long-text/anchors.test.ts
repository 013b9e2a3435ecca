import { expect, test } from 'vitest';
import { launchLocales } from '#core/language/locales.ts';
import { readDocument } from '#server/documents.ts';
import { anchorOf, headingsOf } from './anchors.ts';

test('an anchor is made of the words of a heading', () => {
  expect(anchorOf('What if I have no e-mail?')).toBe('what-if-i-have-no-e-mail');
  expect(anchorOf('Who are “we”?')).toBe('who-are-we');
});

test.each(['help', 'privacy', 'accessibility'])(
  'every heading of %s is a question, and no two lead to one place',
  async (slug) => {
    const headings = headingsOf((await readDocument('en', slug)).markdown);
    expect(headings.filter((heading) => !heading.endsWith('?'))).toEqual([]);
    expect(new Set(headings.map(anchorOf)).size).toBe(headings.length);
    for (const locale of launchLocales) {
      const translated = headingsOf((await readDocument(locale, slug)).markdown);
      expect([locale, new Set(translated).size]).toEqual([locale, headings.length]);
    }
  },
);
