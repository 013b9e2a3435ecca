import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Case } from './cases.ts';
import { counted, outcomeOf } from './counting.ts';
import { catalogsIn } from './layout.ts';
import { runCases } from './run-cases.ts';
import type { Told, Tool } from './tool.ts';

const texts = { en: { title: 'Your place', begin: 'Begin' }, ht: { title: 'Plas ou', begin: 'Kòmanse' } };

/** A tree of two languages with one area, `start`. */
function writeStart(): string {
  const root = mkdtempSync(join(tmpdir(), 'counting-'));
  for (const [locale, messages] of Object.entries(texts)) write(root, locale, messages);
  return root;
}

function write(root: string, locale: string, messages: Readonly<Record<string, string>>): void {
  mkdirSync(join(root, `locales/${locale}`), { recursive: true });
  writeFileSync(join(root, `locales/${locale}/start.json`), JSON.stringify(messages));
}

const missing: Case = {
  rule: 'missing',
  flaw: 'a text missing',
  clean: writeStart,
  seed: (root) => write(root, 'ht', { title: 'Plas ou' }),
};
const inSource: Case = {
  rule: 'hard-coded-text',
  flaw: 'words in a source',
  clean: writeStart,
  seed(root) {
    mkdirSync(join(root, 'app'));
    writeFileSync(join(root, 'app/page.tsx'), '<p>Begin</p>');
  },
};

function fake(name: string, tell: (root: string) => readonly Told[]): Tool {
  const look = (root: string) => Promise.resolve({ told: tell(root), seconds: 0 });
  return { name, version: '1', call: name, reads: 'locales', look };
}

const htText = (root: string) => catalogsIn(root).find(({ locale }) => locale === 'ht')?.text ?? '';
const isFlawed = (root: string) => !htText(root).includes('begin');
const begin = { locale: 'ht', area: 'start', key: 'begin', what: 'missing' };

const silent = fake('tells nothing', () => []);
const noisy = fake('tells everything', () =>
  Object.entries(texts).flatMap(([locale, messages]) =>
    Object.keys(messages).map((key) => ({ locale, area: 'start', key, what: 'wrong' })),
  ),
);
const right = fake('tells the right thing', (root) => (isFlawed(root) ? [begin] : []));
const vague = fake('stops without a word of where', (root) =>
  isFlawed(root) ? [{ locale: '', area: '', key: '', what: 'SyntaxError' }] : [],
);

test('only a tool that tells something new of the right place has found a flaw', async () => {
  const { results } = await runCases([missing], [silent, noisy, right, vague], 1);
  expect(results).toEqual([
    { rule: 'missing', flaw: 'a text missing', outcomes: ['missed', 'missed', 'found', 'unplaced'] },
  ]);
  expect(counted(results, 4)).toEqual({ flaws: 1, found: [0, 0, 1, 0], unplaced: [0, 0, 0, 1] });
});

test('a flaw that no catalog shows is left out, not missed', async () => {
  expect(await runCases([inSource], [silent], 1)).toEqual({
    results: [],
    leftOut: [{ rule: 'hard-coded-text', why: 'in a source' }],
  });
});

const place = { locale: 'ht', area: 'start', key: 'begin' };
const other = { locale: 'ht', area: 'offer', key: 'title', what: 'missing' };

test('what is told of a file as a whole, or of a language that is one file, is told of the flaw', () => {
  expect(outcomeOf([place], [], [{ ...begin, key: '' }])).toBe('found');
  expect(outcomeOf([place], [], [{ ...begin, area: '', key: '' }])).toBe('found');
});

test('what is told of another file, or in another language, is not told of the flaw', () => {
  expect(outcomeOf([place], [], [other])).toBe('unplaced');
  expect(outcomeOf([place], [], [{ ...begin, locale: 'es' }])).toBe('unplaced');
});

test('the same key told of for another reason than before is news', () => {
  expect(outcomeOf([place], [{ ...begin, what: 'empty' }], [{ ...begin, what: 'empty' }, begin])).toBe('found');
});

test('a flaw of the source may be told of the same message in a translation, and of no other', () => {
  const source = { ...place, locale: 'en' };
  expect(outcomeOf([source], [], [begin])).toBe('found');
  expect(outcomeOf([source], [], [{ ...begin, key: 'title' }])).toBe('unplaced');
});
