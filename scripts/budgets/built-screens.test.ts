import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { publishedLocales } from '#core/language/published.ts';
import type { BuiltFile, BuiltFiles } from '#server/http/built-files.ts';
import { problemPages } from '#server/http/pages.ts';
import { readBudgets } from './budgets.ts';
import { weighBuiltScreens } from './built-screens.ts';
import { beyondFloor, judge } from './judge.ts';

const { floor, measures } = readBudgets(join(import.meta.dirname, '../..'));

/** Bytes that can't be packed smaller. */
function dense(length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / 64) }, (_, n) => createHash('sha512').update(`${n}`).digest());
  return Buffer.concat(blocks).subarray(0, length);
}

/** What a build could have left, in memory. */
function builtFiles(contents: Readonly<Record<string, Buffer>>): BuiltFiles {
  const plain = { hash: '', files: { identity: '/plain' } };
  const file = (path: string): BuiltFile => ({ type: '', keeps: 'page', hash: '', files: { identity: path }, plain });
  return {
    policy: { questions: {}, termsVersion: '', geofence: {} },
    plainScripts: [],
    find: (path) => (contents[path] ? file(path) : undefined),
    // As small as it gets: what is seeded is dense.
    read: ({ files }) => Promise.resolve(contents[files.identity] ?? Buffer.of()),
  };
}

/** A build whose every screen names `own` beside the framework's part, and has this much text. */
function build({
  own,
  text = 0,
  font = 0,
  saving = 0,
}: Readonly<Record<'own', number>> & Readonly<Partial<Record<'text' | 'font' | 'saving', number>>>) {
  const html = `<link rel="stylesheet" href="/c/a.css"/><script src="/framework.js"></script><script src="/own.js"></script>`;
  const page = Buffer.concat([Buffer.from(html), dense(text)]);
  const leads = Buffer.from('<html id="__next_error__"><script src="/framework.js"></script>');
  const screens = publishedLocales.flatMap((locale) => [
    [`/${locale}`, page],
    [`/${locale}/staff/day`, Buffer.concat([page, dense(90_000)])],
    [`/${locale}/register/relationship`, leads],
    ...problemPages.map((kind) => [`/${locale}/problems/${kind}`, page]),
  ]) as readonly (readonly [string, Buffer])[];
  return builtFiles({
    ...Object.fromEntries(screens),
    '/framework.js': dense(floor.gzip),
    '/own.js': dense(own),
    '/plain': dense(saving),
    '/c/a.css': Buffer.from('@font-face{src:url(f.woff2)}'),
    '/c/f.woff2': dense(font),
  });
}

const budgets = { measures, floor, exceptions: [] };

async function findingsOn(files: BuiltFiles): Promise<readonly string[]> {
  const { findings } = judge(beyondFloor(await weighBuiltScreens(files), budgets, floor), budgets, 'files');
  return [...new Set(findings.map((one) => (one.kind === 'over' ? one.figure.measure : one.kind)))];
}

test('a build that is just within the budgets passes', async () => {
  expect(await findingsOn(build({ own: 25_000, text: 19_000, font: 25_000 }))).toEqual([]);
});

test.each([
  ['script', { own: 25_001 }, ['javascript']],
  ['text', { own: 1, text: 20_000 }, ['html']],
  ['a font that a style sheet names', { own: 1, font: 25_001 }, ['fonts']],
  ['what who saves data gets', { own: 1, saving: 20_001 }, ['saving-visit']],
  ['all of it together', { own: 25_000, font: 61_000 }, ['fonts', 'first-visit']],
])('a build with too much of %s is red', async (_, seeded, measured) => {
  expect(await findingsOn(build(seeded))).toEqual(measured);
});

test('every screen is weighed in each language that people can choose; staff’s, and what only leads elsewhere, is not', async () => {
  const figures = await weighBuiltScreens(build({ own: 1 }));
  const screens = ['start', ...problemPages.map((kind) => `problems/${kind}`)];
  expect(new Set(figures.map(({ screen, locale }) => `${locale} ${screen}`))).toEqual(
    new Set(publishedLocales.flatMap((locale) => screens.map((screen) => `${locale} ${screen}`))),
  );
});

test('a page that names a file which isn’t served is told', async () => {
  const files = build({ own: 1 });
  const find = (path: string) => (path === '/own.js' ? undefined : files.find(path));
  await expect(weighBuiltScreens({ ...files, find })).rejects.toThrow('expected /own.js among what was built');
});
