import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pages } from '#server/http/pages.ts';
import { looksAt } from './looks-at.ts';

test('each page of the project is looked at by a test', () => {
  const seen = new Set<string>(Object.values(looksAt).flat());
  expect(Object.keys(pages).filter((page) => !seen.has(page))).toEqual([]);
});

test('each list is proved by one test', () => {
  const specs = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.spec.ts'));
  const texts = specs.map((file) => readFileSync(`${import.meta.dirname}/${file}`, 'utf8')).join('');
  const proved = [...texts.matchAll(/looking\('([a-z-]+)'\)/g)].map(([, part]) => part);
  expect(proved.sort()).toEqual(Object.keys(looksAt).sort());
});
