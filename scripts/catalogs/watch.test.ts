import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edit, write, writeCleanTree } from './testing/clean-tree.ts';

// One check that goes on looking, and changes one after the other, each undone again.
const clean = 'Catalogs: no findings.';
const haitian = 'locales/ht/sample.json';

let root = '';
let watching: ChildProcess;
let said = '';
let complained = '';
let hear = () => {};

beforeAll(async () => {
  root = writeCleanTree();
  watching = spawn(process.execPath, [join(import.meta.dirname, '../catalogs-check.ts'), '--root', root, '--watch']);
  watching.stdout?.on('data', (piece: Buffer) => {
    said += piece.toString('utf8');
    hear();
  });
  watching.stderr?.on('data', (piece: Buffer) => {
    complained += piece.toString('utf8');
    hear();
  });
  await heard(clean, 0);
});
afterAll(() => {
  watching.kill('SIGKILL');
  rmSync(root, { recursive: true });
});

/** Until these words were said since, and the look that they are from is over. */
async function heard(words: string, since: number): Promise<string> {
  for (;;) {
    const looks = said.slice(since).split(/^Looked in .*\n/m);
    const look = looks.slice(0, -1).findLast((one) => one.includes(words));
    if (look !== undefined) return look;
    await new Promise<void>((resolve) => {
      hear = resolve;
    });
  }
}

async function after(change: () => void, words: string): Promise<string> {
  const since = said.length;
  change();
  return heard(words, since);
}

const at = (file: string) => join(root, file);

test('a saved file is looked at again, and again when it is right', async () => {
  const found = await after(() => edit(root, haitian, ['Plas ou', '']), 'The text is empty.');
  expect(found).toContain(`${haitian}:2  sample.title`);
  await after(() => edit(root, haitian, ['"title": ""', '"title": "Plas ou"']), clean);
});

test('a file that is half written is a finding, and no end', async () => {
  const whole = readFileSync(at(haitian), 'utf8');
  const found = await after(() => writeFileSync(at(haitian), whole.slice(0, 30)), 'json-syntax');
  expect(found).toContain(haitian);
  await after(() => writeFileSync(at(haitian), whole), clean);
});

test('a file that an editor replaces by a new one of its name is followed, each time', async () => {
  const whole = readFileSync(at(haitian), 'utf8');
  const replace = (text: string) => {
    writeFileSync(at('locales/ht/sample.json~'), text);
    renameSync(at('locales/ht/sample.json~'), at(haitian));
  };
  for (let save = 0; save < 2; save += 1) {
    await after(() => replace(whole.replace('Plas ou', '')), 'The text is empty.');
    await after(() => replace(whole), clean);
  }
});

test('a file that is deleted is missed', async () => {
  const whole = readFileSync(at(haitian), 'utf8');
  await after(() => rmSync(at(haitian)), 'No text in ht.');
  await after(() => writeFileSync(at(haitian), whole), clean);
});

test('a language that begins is seen, and what changes in its folder', async () => {
  const begin = () => {
    mkdirSync(at('locales/fr'));
    cpSync(at('locales/es/sample.json'), at('locales/fr/sample.json'));
  };
  await after(begin, 'fr is not complete');
  await after(() => writeFileSync(at('locales/fr/sample.json'), '{'), 'locales/fr/sample.json:1');
  await after(() => rmSync(at('locales/fr'), { recursive: true }), clean);
  await after(begin, 'fr is not complete');
  await after(() => rmSync(at('locales/fr'), { recursive: true }), clean);
});

test('a source that asks for another key is looked at', async () => {
  const page =
    "import { useTranslations } from 'next-intl';\nexport const More = () => useTranslations('sample')('more');\n";
  const found = await after(() => write(root, 'app/more/page.tsx', page), 'undefined (1)');
  expect(found).toContain('app/more/page.tsx:2  sample.more');
  await after(() => rmSync(at('app/more'), { recursive: true }), clean);
});

test('what it cannot look at is said, and it looks on', async () => {
  await after(() => write(root, 'locales/glossary.json', '{'), '');
  expect(complained).toContain('The catalogs could not be checked: ');
  await after(() => rmSync(at('locales/glossary.json')), clean);
});

test('Ctrl-C ends it, without a word of complaint', async () => {
  complained = '';
  watching.kill('SIGINT');
  expect(await once(watching, 'exit')).toEqual([0, null]);
  expect(complained).toBe('');
});
