import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { editAlone, writeCleanTree } from './catalogs/testing/clean-tree.ts';

const project = join(import.meta.dirname, '..');
const made = ['core/language/published.json', 'app/_i18n/published-files.ts'];

let root = '';
beforeAll(() => {
  // The programs of the project with a few texts and one page: what all of its texts say, the build itself tells.
  root = writeCleanTree();
  const parts = [
    ['core', 'core'],
    ['scripts', 'scripts'],
    // Not where the rules look for what asks for a text: that is the one page.
    ['server', 'scripts/server'],
  ] as const;
  for (const [from, to] of parts) cpSync(join(project, from), join(root, to), { recursive: true, filter: isProgram });
  const imports = readFileSync(join(project, 'package.json'), 'utf8').replace('./server/*', './scripts/server/*');
  writeFileSync(join(root, 'package.json'), imports);
  mkdirSync(join(root, 'app/_i18n'));
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  // In Next's place: pages take half a minute, and a build that gets as far has let the fault through.
  writeFileSync(join(root, 'next'), '#!/bin/sh\necho "Next was asked for: $*"\nexit 1\n');
  chmodSync(join(root, 'next'), 0o755);
});
afterAll(() => rmSync(root, { recursive: true }));

function isProgram(path: string): boolean {
  const file = relative(project, path);
  // The verifier asks for texts as well: here there is the one page.
  const isBeside = file.startsWith('scripts/catalogs/exceptions/') || file.startsWith('scripts/verify-');
  return !made.includes(file) && !isBeside;
}

let undo: (() => void) | undefined;
afterEach(() => {
  undo?.();
  undo = undefined;
});

/** One file otherwise, until the test is over; without words to replace, a new file. */
function change(file: string, from: string | undefined, to: string): void {
  const path = join(root, file);
  if (from === undefined) {
    undo = () => rmSync(path);
    writeFileSync(path, to);
    return;
  }
  const before = readFileSync(path);
  undo = () => writeFileSync(path, before);
  editAlone(root, file, [from, to]);
}

function build(): { readonly code: number | null; readonly out: string } {
  const PATH = [root, dirname(process.execPath), process.env['PATH']].join(delimiter);
  const ran = spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH },
  });
  return { code: ran.status, out: ran.stdout + ran.stderr };
}

/** What one rule said, of all that is printed. */
function saidBy(rule: string, out: string): string {
  const lines = out.split('\n');
  const from = lines.findIndex((line) => line.startsWith(`${rule} (`));
  const length = lines.slice(from + 1).findIndex((line) => !line.startsWith('  '));
  return from < 0 ? '' : lines.slice(from + 1, from + 1 + length).join('\n');
}

test('without a fault the build goes on to the pages', () => {
  const { out } = build();
  expect(out).toMatch(/^passed {2}catalogs/m);
  expect(out).toContain('Next was asked for: typegen');
  for (const file of made) expect(existsSync(join(root, file)), file).toBe(true);
});

test.each([
  {
    fault: 'a key is missing in a language of launch',
    seed: ['locales/ht/sample.json', '  "title": "Plas ou",\n', ''],
    rule: 'missing',
    finding: 'locales/ht/sample.json:1  sample.title  No text in ht.',
  },
  {
    fault: 'a page asks for a key that is not defined',
    seed: [
      'app/nowhere.tsx',
      undefined,
      "import { useTranslations } from 'next-intl';\n\nexport const Nowhere = () => useTranslations('sample')('nowhere');\n",
    ],
    rule: 'undefined',
    finding: 'app/nowhere.tsx:3  sample.nowhere  The key is not in locales/en/sample.json.',
  },
  {
    fault: 'an ICU message is broken',
    seed: ['locales/ru/sample.json', '{name}', '{name'],
    rule: 'icu-syntax',
    finding: 'locales/ru/sample.json:3  sample.greeting  ',
  },
  {
    // The languages nobody speaks are made of the English, and break with it.
    fault: 'an English ICU message is broken',
    seed: ['locales/en/sample.json', '"title": "Your', '"title": "{Your'],
    rule: 'icu-syntax',
    finding: 'locales/en/sample.json:2  sample.title  ',
  },
  {
    fault: 'an English file is no JSON',
    seed: ['locales/en/sample.json', '{', ''],
    rule: 'json-syntax',
    finding: 'locales/en/sample.json:2  sample.  The file is not valid JSON.',
  },
  {
    fault: 'a new kind of error has no sentence',
    seed: ['core/problem/kinds.ts', "  'fields',\n", "  'fields',\n  'volcano',\n"],
    rule: 'enumerated',
    finding: 'locales/en/problem.json:1  problem.volcano.what  No sentence for a value of core/problem/kinds.ts.',
  },
  {
    fault: 'a plural category is missing',
    seed: ['locales/ru/sample.json', 'few {{countText} человека} ', ''],
    rule: 'plural-forms',
    finding: 'locales/ru/sample.json:4  sample.people  A plural form is missing in ru.',
  },
  {
    fault: 'the terms of a language of launch were made from other English terms',
    seed: ['content/en/terms-2027-01.md', 'Text.', 'More.'],
    rule: 'content-pages',
    finding:
      'content/ht/terms-2027-01.md:1  terms-2027-01.sourceHash  The English has changed since this was translated.',
  },
] as const)('$fault: the build fails, says so, and makes no page', ({ seed: [file, from, to], rule, finding }) => {
  change(file, from, to);
  for (const own of made) rmSync(join(root, own), { force: true });
  const { code, out } = build();
  expect(code).toBe(1);
  expect(out).toMatch(/^FAILED {2}catalogs/m);
  expect(saidBy(rule, out)).toContain(`  ${finding}`);
  expect(out).not.toContain('Next was asked for');
  expect(made.filter((own) => existsSync(join(root, own)))).toEqual([]);
});
