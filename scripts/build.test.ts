import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { isLaunchLocale } from '#core/language/locales.ts';
import { editAlone } from './catalogs/testing/clean-tree.ts';

const project = join(import.meta.dirname, '..');
const made = ['core/language/published.json', 'app/_i18n/published-files.ts'];

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'puente-build-'));
  for (const part of ['app', 'content', 'core', 'locales', 'scripts', 'server', 'package.json']) {
    cpSync(join(project, part), join(root, part), { recursive: true, filter: isSource });
  }
  for (const file of globSync('scripts/catalogs/exceptions/*.json', { cwd: root })) {
    writeFileSync(join(root, file), withoutOthers(readFileSync(join(root, file), 'utf8')));
  }
  symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
  // In Next's place: pages take half a minute, and a build that gets as far has let the fault through.
  writeFileSync(join(root, 'next'), '#!/bin/sh\necho "Next was asked for: $*"\nexit 1\n');
  chmodSync(join(root, 'next'), 0o755);
});
afterAll(() => rmSync(root, { recursive: true }));

/** Sources alone, in the languages of launch: of the others, which cost most of the time, no fault stops a build. */
function isSource(path: string): boolean {
  const file = relative(project, path);
  const [, tag] = /^(?:locales|content)\/([^/.]+)$/.exec(file) ?? [];
  return !made.includes(file) && !file.endsWith('.d.json.ts') && (tag === undefined || isLaunchLocale(tag));
}

/** Exceptions of languages that are not there are needed no more, and that is told. */
function withoutOthers(text: string): string {
  const inOurs = ({ file, ...exception }: { readonly file: string }) => {
    const [, tags] = /^(?:locales|content)\/(\{[^}]*\}|[^/]+)\//.exec(file) ?? [];
    if (tags === undefined) return [{ file, ...exception }];
    const own = tags.replace(/[{}]/g, '').split(',').filter(isLaunchLocale);
    return own.map((tag) => ({ file: file.replace(tags, tag), ...exception }));
  };
  return JSON.stringify((JSON.parse(text) as { readonly file: string }[]).flatMap(inOurs));
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
    seed: ['locales/ht/start.json', '  "title": "Mande yon randevou nan yon pòs fwontyè",\n', ''],
    rule: 'missing',
    finding: 'locales/ht/start.json:1  start.title  No text in ht.',
  },
  {
    fault: 'a page asks for a key that is not defined',
    seed: [
      'app/nowhere.tsx',
      undefined,
      "import { useTranslations } from 'next-intl';\n\nexport const Nowhere = () => useTranslations('start')('nowhere');\n",
    ],
    rule: 'undefined',
    finding: 'app/nowhere.tsx:3  start.nowhere  The key is not in locales/en/start.json.',
  },
  {
    fault: 'an ICU message is broken',
    seed: [
      'locales/ru/group.json',
      '"people": "В вашей группе {count, plural,',
      '"people": "В вашей группе {count, plural',
    ],
    rule: 'icu-syntax',
    finding: 'locales/ru/group.json:23  group.people  ',
  },
  {
    // The languages nobody speaks are made of the English, and break with it.
    fault: 'an English ICU message is broken',
    seed: ['locales/en/start.json', '"title": "Ask', '"title": "{Ask'],
    rule: 'icu-syntax',
    finding: 'locales/en/start.json:2  start.title  ',
  },
  {
    fault: 'an English file is no JSON',
    seed: ['locales/en/start.json', '{', ''],
    rule: 'json-syntax',
    finding: 'locales/en/start.json:2  start.  The file is not valid JSON.',
  },
  {
    fault: 'a new kind of error has no sentence',
    seed: ['core/problem/kinds.ts', "  'fields',\n", "  'fields',\n  'volcano',\n"],
    rule: 'enumerated',
    finding: 'locales/en/problem.json:1  problem.volcano.what  No sentence for a value of core/problem/kinds.ts.',
  },
  {
    fault: 'a plural category is missing',
    seed: ['locales/ru/group.json', 'few {{countText} человека} ', ''],
    rule: 'plural-forms',
    finding: 'locales/ru/group.json:23  group.people  A plural form is missing in ru.',
  },
  {
    fault: 'the terms of a language of launch were made from other English terms',
    seed: ['content/en/terms-2027-01.md', 'You never pay:', 'You pay nothing:'],
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
