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
  { which: 'all of them', keys: 'problem.busy.', locale: 'ht', reviewed: true },
  { which: 'all but one', keys: 'problem.unexpected.', locale: 'ht', reviewed: false },
  { which: 'none, since there are none', keys: 'problem.gone.', locale: 'ht', reviewed: false },
  { which: 'the English, which is no translation', keys: 'problem.unexpected.', locale: 'en', reviewed: true },
  { which: 'what nobody translates', keys: 'problem.unexpected.', locale: 'ar-XB', reviewed: true },
])('messages that somebody has reviewed: $which', async ({ keys, locale, reviewed }) => {
  expect(await areReviewed(keys, locale, folder)).toBe(reviewed);
});
