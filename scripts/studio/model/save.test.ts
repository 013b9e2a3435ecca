import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { sourceHash } from '../../catalogs/source-hash.ts';
import { writeExchangeTree } from '../../catalogs/testing/exchange-tree.ts';
import { readTree } from '../../catalogs/tree.ts';
import { rules } from '../../catalogs-check.ts';
import { noteHash } from './note.ts';
import { type Submission, save, unitIn } from './save.ts';
import { pageHash, signPage } from './sign-page.ts';

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

function tree(): string {
  const root = writeExchangeTree();
  roots.push(root);
  return root;
}

function textOf(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

function change(root: string, file: string, [from, to]: readonly [string, string]): void {
  const text = textOf(root, file);
  if (!text.includes(from)) throw new Error(`expected ${from} in ${file}`);
  writeFileSync(join(root, file), text.replace(from, to));
}

/** What somebody sends who opened the text as it is now. */
function opened(root: string, key: string, more: Partial<Submission>): Submission {
  const unit = unitIn(readTree(root), 'ru', key);
  if (!unit) throw new Error(`no text ${key}`);
  return {
    locale: 'ru',
    key,
    text: unit.target,
    was: sourceHash(unit.target),
    english: sourceHash(unit.source),
    comment: '',
    commentWas: noteHash(''),
    wish: { by: 'ana', on: '2027-02-01', state: 'translated' },
    ...more,
  };
}

const title = 'sample.title';
const catalog = 'locales/ru/sample.json';
const states = 'locales/ru/status.json';

describe('a save', () => {
  test('changes one text and its state, and nothing else', () => {
    const root = tree();
    const before = textOf(root, catalog);
    const outcome = save(root, opened(root, title, { text: 'Место в очереди' }), rules);
    expect(outcome).toEqual({ kind: 'saved', files: [catalog, states] });
    expect(textOf(root, catalog)).toBe(before.replace('"Ваше место"', '"Место в очереди"'));
    expect(textOf(root, states)).toContain(`"sample.title": "${sourceHash('Your place')} translated ana 2027-02-01"`);
    expect(textOf(root, states)).toContain(
      `"sample.greeting": "${sourceHash('Hello {name}')} draft machine 2027-01-31"`,
    );
  });

  test('leaves no file beside those that it wrote', () => {
    const root = tree();
    save(root, opened(root, title, { text: 'Место в очереди' }), rules);
    expect(readdirSync(join(root, 'locales/ru')).sort()).toEqual(['problem.json', 'sample.json', 'status.json']);
  });

  test('signs a text as it stands when somebody reviews it', () => {
    const root = tree();
    const wish = { by: 'ben', on: '2027-02-02', state: 'reviewed' } as const;
    expect(save(root, opened(root, title, { wish }), rules)).toEqual({ kind: 'saved', files: [states] });
    expect(textOf(root, states)).toContain('reviewed machine 2027-01-31 ben 2027-02-02');
  });

  test('writes a paragraph of a long text', () => {
    const root = tree();
    const text = 'Нажмите **Подать**. Вам скоро ответят.';
    const key = 'page:help.2';
    expect(unitIn(readTree(root), 'ru', key)?.source).toBe('Press **Ask**. You get an answer.');
    expect(save(root, opened(root, key, { text }), rules)).toEqual({ kind: 'saved', files: ['content/ru/help.md'] });
    expect(textOf(root, 'content/ru/help.md')).toContain(`\n${text}\n`);
  });

  test('of a note alone says nothing of the text', () => {
    const root = tree();
    const wish = { by: 'ana', on: '2027-02-01', state: 'draft' } as const;
    const outcome = save(root, opened(root, title, { comment: 'Is it a line?', wish }), rules);
    expect(outcome).toEqual({ kind: 'saved', files: ['locales/ru/comments.jsonc'] });
  });

  test('can ask something of a text that nobody has written yet', () => {
    const root = tree();
    change(root, catalog, ['"title": "Ваше место",', '']);
    expect(save(root, opened(root, title, { text: '', comment: 'Who says it?' }), rules).kind).toBe('saved');
    expect(textOf(root, 'locales/ru/comments.jsonc')).toContain('Who says it?');
  });

  test('keeps a note for others', () => {
    const root = tree();
    save(root, opened(root, title, { text: 'Место в очереди', comment: 'Or «очередь»?' }), rules);
    expect(JSON.parse(textOf(root, 'locales/ru/comments.jsonc'))).toEqual({ [title]: 'Or «очередь»?' });
  });
});

describe('several people', () => {
  test('who write different texts are merged without a word', () => {
    const root = tree();
    const mine = opened(root, title, { text: 'Место в очереди' });
    change(root, catalog, ['Здравствуйте, {name}', 'Добрый день, {name}']);
    expect(save(root, mine, rules).kind).toBe('saved');
    expect(textOf(root, catalog)).toContain('Добрый день, {name}');
    expect(textOf(root, catalog)).toContain('Место в очереди');
  });

  test('who write the same text see both, and nothing is written', () => {
    const root = tree();
    const mine = opened(root, title, { text: 'Место в очереди' });
    change(root, catalog, ['Ваше место', 'Ваша очередь']);
    const before = textOf(root, catalog);
    expect(save(root, mine, rules)).toEqual({ kind: 'changed-meanwhile', theirs: 'Ваша очередь' });
    expect(textOf(root, catalog)).toBe(before);
    // Who has seen the other one may decide.
    expect(save(root, { ...mine, was: sourceHash('Ваша очередь') }, rules).kind).toBe('saved');
  });

  test('who write the same words agree', () => {
    const root = tree();
    const mine = opened(root, title, { text: 'Место в очереди' });
    change(root, catalog, ['Ваше место', 'Место в очереди']);
    expect(save(root, mine, rules).kind).toBe('saved');
  });

  test('who write notes to the same text keep both', () => {
    const root = tree();
    const mine = opened(root, title, { text: 'Место в очереди', comment: 'Mine' });
    save(root, opened(root, title, { comment: 'Theirs' }), rules);
    save(root, mine, rules);
    expect(JSON.parse(textOf(root, 'locales/ru/comments.jsonc'))).toEqual({ [title]: 'Theirs\nMine' });
  });

  test('who did not touch the note leave it to those who did', () => {
    const root = tree();
    save(root, opened(root, title, { comment: 'Old' }), rules);
    const mine = opened(root, title, { text: 'Место в очереди', comment: 'Old', commentWas: noteHash('Old') });
    save(root, opened(root, title, { comment: 'New', commentWas: noteHash('Old') }), rules);
    save(root, mine, rules);
    expect(JSON.parse(textOf(root, 'locales/ru/comments.jsonc'))).toEqual({ [title]: 'New' });
    save(root, opened(root, title, { comment: '', commentWas: noteHash('New') }), rules);
    expect(JSON.parse(textOf(root, 'locales/ru/comments.jsonc'))).toEqual({});
  });

  test('learn of an English that changed', () => {
    const root = tree();
    const mine = opened(root, title, { text: 'Место в очереди' });
    change(root, 'locales/en/sample.json', ['Your place', 'Your place in line']);
    expect(save(root, mine, rules)).toEqual({ kind: 'english-changed' });
  });

  test('review errors for each other, never each her own', () => {
    const root = tree();
    const key = 'problem.busy.what';
    const text = 'Сейчас людей слишком много.';
    expect(save(root, opened(root, key, { text }), rules).kind).toBe('saved');
    const review = (by: string) => opened(root, key, { wish: { by, on: '2027-02-02', state: 'reviewed' } });
    expect(save(root, review('ana'), rules)).toEqual({ kind: 'second-reader' });
    expect(save(root, review('ben'), rules).kind).toBe('saved');
  });
});

describe('a page', () => {
  const key = 'page:help.2';
  const text = 'Нажмите **Подать**. Вам ответят.';
  const wish = { by: 'ana', on: '2027-02-01', state: 'translated' } as const;

  test('is signed as a whole', () => {
    const root = tree();
    const read = pageHash(readTree(root), 'ru', key);
    expect(signPage(root, { locale: 'ru', key, read, text, wish })).toEqual({
      kind: 'saved',
      files: ['content/ru/help.md'],
    });
    expect(unitIn(readTree(root), 'ru', key)?.state).toBe('translated');
  });

  test('that changed while somebody read it is not signed', () => {
    const root = tree();
    const read = pageHash(readTree(root), 'ru', key);
    change(root, 'content/ru/help.md', ['Вам ответят', 'Вам скоро ответят']);
    expect(signPage(root, { locale: 'ru', key, read, text, wish })).toEqual({ kind: 'page-changed' });
  });
});

describe('nothing is written', () => {
  test('when a page is to be signed, and words stand in the box that nobody saved', () => {
    const root = tree();
    const key = 'page:help.2';
    const read = pageHash(readTree(root), 'ru', key);
    const wish = { by: 'ana', on: '2027-02-01', state: 'translated' } as const;
    expect(signPage(root, { locale: 'ru', key, read, text: 'Нажмите.', wish })).toEqual({ kind: 'unsaved' });
  });

  test('when somebody writes an error anew and calls it reviewed', () => {
    const root = tree();
    const wish = { by: 'ben', on: '2027-02-02', state: 'reviewed' } as const;
    const mine = opened(root, 'problem.busy.what', { text: 'Сейчас людей слишком много.', wish });
    expect(save(root, mine, rules)).toEqual({ kind: 'second-reader' });
  });

  test.each([
    { when: 'an argument is gone', key: 'sample.greeting', text: 'Здравствуйте', rule: 'arguments' },
    { when: 'a tag is gone', key: 'sample.rich', text: 'Сначала прочитайте условия.', rule: 'arguments' },
    { when: 'there is no room for it', key: title, text: 'Ваше место в очереди на приём сегодня', rule: 'length' },
    { when: 'the message is broken', key: 'sample.greeting', text: 'Здравствуйте, {name', rule: 'icu-syntax' },
  ])('when $when', ({ key, text, rule }) => {
    const root = tree();
    const before = textOf(root, catalog);
    const outcome = save(root, opened(root, key, { text }), rules);
    expect(outcome.kind).toBe('refused');
    expect(outcome.kind === 'refused' && outcome.findings.map((finding) => finding.rule)).toContain(rule);
    expect(textOf(root, catalog)).toBe(before);
  });

  test('when there are no words', () => {
    const root = tree();
    expect(save(root, opened(root, title, { text: ' ' }), rules)).toEqual({ kind: 'empty' });
  });
});
