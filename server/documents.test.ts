import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { areReviewed } from './documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'reviewed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hash = '0123456789abcdef';
mkdirSync(join(folder, 'ht'));
writeFileSync(
  join(folder, 'ht/status.json'),
  JSON.stringify({
    'problem.busy.title': `${hash} reviewed ana 2027-01-31 ben 2027-02-01`,
    'problem.busy.what': `${hash} reviewed ana 2027-01-31 ben 2027-02-01`,
    'problem.unexpected.title': `${hash} reviewed ana 2027-01-31 ben 2027-02-01`,
    'problem.unexpected.what': `${hash} translated ana 2027-01-31`,
  }),
);

test.each([
  ['all of them', 'problem.busy.', 'ht', true],
  ['all but one', 'problem.unexpected.', 'ht', false],
  ['none, since there are none', 'problem.gone.', 'ht', false],
  ['the English, which is no translation', 'problem.unexpected.', 'en', true],
  ['what is made for tests and nobody translates', 'problem.unexpected.', 'ar-XB', true],
])('messages that somebody has reviewed: %s', async (_what, keys, locale, reviewed) => {
  expect(await areReviewed(keys, locale, folder)).toBe(reviewed);
});
