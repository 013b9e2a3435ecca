import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rules } from '../catalogs-check.ts';
import { readGlossary, variantsOf } from './glossary-file.ts';
import { applyRepairs } from './repair.ts';
import { findingsOf } from './rule.ts';
import { glossaryTbx } from './tbx.ts';
import { edit, writeCleanTree } from './testing/clean-tree.ts';
import { readTree } from './tree.ts';

let root = '';
beforeEach(() => {
  root = writeCleanTree();
  writeFileSync(join(root, 'locales/glossary.json'), JSON.stringify(glossary));
});
afterEach(() => rmSync(root, { recursive: true }));

const one = (use: string, forbidden: readonly string[]) => ({ use, forbidden });
const glossary = {
  style: { ht: 'Ou.' },
  terms: [
    {
      key: 'customs',
      en: 'customs (the agency)',
      definition: 'The authority at a border & its <people>.',
      es: one('Aduanas', ['costumbres']),
      ht: { ...one('Ladwàn, ladwàn (yo, tou)', ['tradisyon']), note: 'With è.', also: 'sèvis ladwàn' },
      ru: one('таможня', []),
      'pt-BR': one('alfândega', ['tradições']),
    },
  ],
  labels: { help: { en: 'Help', ht: 'Èd' } },
};

const findings = () => findingsOf(rules, readTree(root)).filter(({ rule }) => rule === 'glossary-page');

test('a page that was never made, or is not as the glossary, is found and made anew', () => {
  expect(findings().map(({ rule, file, line }) => ({ rule, at: `${file}:${line}` }))).toEqual(
    ['es', 'ht', 'ru', 'pt-BR'].map((locale) => ({ rule: 'glossary-page', at: `locales/${locale}/GLOSSARY.md:1` })),
  );
  applyRepairs(root, findings());
  expect(findings()).toEqual([]);
  edit(root, 'locales/glossary.json', ['tradisyon', 'koutim']);
  expect(findings()).toMatchObject([
    { file: 'locales/ht/GLOSSARY.md', expected: '- Never: koutim', found: '- Never: tradisyon' },
  ]);
});

test('the page has the word, what is never said, the note and the other languages', () => {
  const page = findings().find(({ file }) => file.startsWith('locales/ht/'))?.repair;
  expect(page).toMatchObject({
    whole: expect.stringContaining(
      '## customs (the agency)\n\nThe authority at a border & its <people>.\n\n- **Ladwàn, ladwàn (yo, tou)**\n- Also right: sèvis ladwàn\n- Never: tradisyon\n- With è.\n- Elsewhere: es Aduanas · ru таможня · pt-BR alfândega',
    ) as string,
  });
});

test('TBX has each variant as a term, forbidden ones as deprecated', () => {
  const read = readGlossary(root);
  expect(read).toBeDefined();
  const tbx = read ? glossaryTbx(read) : '';
  expect(tbx).toContain('<conceptEntry id="customs">');
  expect(tbx).toContain('<descrip type="definition">The authority at a border &amp; its &lt;people&gt;.</descrip>');
  for (const [term, status] of [
    ['Ladwàn', 'preferred'],
    ['ladwàn (yo, tou)', 'preferred'],
    ['sèvis ladwàn', 'admitted'],
    ['tradisyon', 'deprecated'],
  ])
    expect(tbx).toContain(
      `<termSec><term>${term}</term><termNote type="administrativeStatus">${status}Term-admn-sts</termNote></termSec>`,
    );
  // Every element that is opened is closed, in order.
  const open: string[] = [];
  for (const [, end, name = ''] of tbx.replace(/<\?.*?\?>/, '').matchAll(/<(\/?)([\w]+)[^>]*>/g))
    if (end) expect(open.pop()).toBe(name);
    else open.push(name);
  expect(open).toEqual([]);
});

test('a comma in brackets parts nothing', () => {
  expect(variantsOf('a, b (c, d); e')).toEqual(['a', 'b (c, d)', 'e']);
});
