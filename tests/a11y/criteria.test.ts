import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docs/accessibility.md'), 'utf8');
const rows = Array.from(text.matchAll(/^\| (\d\.\d\.\d+) .*\|$/gm), ([line, id = '']) => {
  const [, level = '', state = '', how = '', tests = '', en = '', section508 = ''] = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  return { id, level, state, how, tests, en, section508 };
});

/** By level, as https://www.w3.org/TR/WCAG22/ numbers them. */
const all = {
  A: '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2',
  AA: '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3',
  AAA: '1.4.6 2.2.6 2.4.9 2.5.5 3.1.5 3.3.6 3.3.9',
};
const sinceWcag22 = ['2.4.11', '2.5.7', '2.5.8', '3.2.6', '3.3.7', '3.3.8', '3.3.9'];

test.each(Object.entries(all))('every criterion of level %s that we promise has one row', (level, ids) => {
  expect(rows.filter((row) => row.level === level).map(({ id }) => id)).toEqual(ids.split(' '));
});

test('each says whether it is met, and how', () => {
  for (const { id, state, how } of rows) {
    expect(['met', 'read', 'part', 'none', 'unknown'], id).toContain(state);
    expect(how.length, id).toBeGreaterThan(5);
  }
});

test('what is met is shown by a test', () => {
  expect(rows.filter(({ state, tests }) => state === 'met' && !tests.includes('`'))).toEqual([]);
});

test('EN 301 549 V3.2.1 numbers what WCAG 2.1 has, A and AA, as 9 and its number', () => {
  for (const { id, level, en } of rows) {
    expect(en, id).toBe(level === 'AAA' || sinceWcag22.includes(id) ? '–' : `9.${id}`);
  }
});

test('each file that the page names is there', () => {
  const named = Array.from(
    text.matchAll(/`((?:app|core|server|scripts|tests|content|docs)\/[^`]+)`/g),
    ([, file = '']) => file,
  );
  expect(named.length).toBeGreaterThan(rows.length);
  expect([...new Set(named)].filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
