import { join } from 'node:path';
import { isLiteralElement } from '@formatjs/icu-messageformat-parser';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pseudoLocales } from '#core/language/locales.ts';
import { elementsOf } from './icu.ts';
import { pseudoMarkdown, pseudoMessage, pseudoWords } from './pseudo.ts';
import { pseudoFiles } from './pseudo-files.ts';
import { messagesOf, readTree } from './tree.ts';

const root = join(import.meta.dirname, '../..');
const sources = [...messagesOf(readTree(root), 'en').values()].map(({ value }) => value);
const signs = (text: string) =>
  elementsOf(text).flatMap((element) =>
    isLiteralElement(element) ? [] : [`${element.type} ${'value' in element ? element.value : ''}`],
  );

describe.each(pseudoLocales)('%s', (locale) => {
  test('keeps arguments, tags and forms of every message of the source', () => {
    expect(sources.length).toBeGreaterThan(100);
    for (const message of sources) expect(signs(pseudoMessage(message, locale)), message).toEqual(signs(message));
  });

  test('keeps any text readable as a message, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('{name}', '<b>bold</b>', '{count, plural, one {a} other {b}}'),
        (text, part) => {
          const message = `${text.replace(/['{}<>#|]/g, '’')} ${part}`;
          expect(signs(pseudoMessage(message, locale))).toEqual(signs(message));
        },
      ),
    );
  });

  test('has a file for each of the source', () => {
    const files = [...pseudoFiles(root, locale).keys()];
    for (const name of ['problem.json', 'words/calendar.json', 'words/countries.json', 'words/languages.json']) {
      expect(files).toContain(`locales/${locale}/${name}`);
    }
    expect(files).toContain(`content/${locale}/terms-2027-01.md`);
    expect(files.some((file) => file.includes('by-hand'))).toBe(false);
  });
});

test('en-XA is accented, in brackets', () => {
  expect(pseudoMessage('Ask for a <b>place</b>, {name}', 'en-XA')).toBe('[ÅÅšķ ƒööŕ åå <b>þļååçéé</b>, {name}]');
  expect(pseudoMessage("It''s '{'open'}'", 'en-XA')).toBe("[ÎÎţ''š '{ööþééñ}']");
});

test('en-XA is about 40 % longer than the source', () => {
  const length = (texts: readonly string[]) => texts.join('').length;
  const plain = sources.filter((message) => signs(message).length === 0);
  const ratio = length(plain.map((message) => pseudoMessage(message, 'en-XA'))) / length(plain);
  expect(ratio).toBeGreaterThan(1.3);
  expect(ratio).toBeLessThan(1.5);
});

test('ar-XB mirrors each word and stands from right to left', () => {
  expect(pseudoMessage('Ask {name} now', 'ar-XB')).toBe(
    '\u200F\u202EAsk\u202C\u200F {name} \u200F\u202Enow\u202C\u200F',
  );
});

test('patterns of dates keep their parts', () => {
  expect(pseudoWords('[day] de [month]', 'en-XA')).toBe('[day] đéé [month]');
});

test('long texts keep front matter, marks and addresses', () => {
  const text = '---\ntitle: Help\nstate: source\n---\n\n1. Ask **now** at [home](/en/ask), `code`.\n';
  expect(pseudoMarkdown(text, 'en-XA')).toBe(
    '---\ntitle: Ĥééļþ\nstate: source\n---\n\n1. ÅÅšķ **ñööŵ** ååţ [ĥööɱéé](/en/ask), `code`.\n',
  );
});
