import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { rules } from '../../catalogs-check.ts';
import { exported, imported, json, wish, writeExchangeTree } from '../testing/exchange-tree.ts';
import { readTree } from '../tree.ts';
import { formats } from './unit.ts';

let root = '';
beforeEach(() => {
  root = writeExchangeTree();
});
afterEach(() => rmSync(root, { recursive: true }));

/** A file that a translator edited; throws where there is nothing to edit. */
function edited(file: string, ...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`expected ${from} in the file, found none`);
    return text.replace(from, () => to);
  }, file);
}

const csv = (locale = 'ru') => exported(readTree(root), locale, 'csv');
const bring = (file: string, more = {}) => imported(root, file, { rules, ...more });
const lineOf = (file: string, part: string) => file.slice(0, file.indexOf(part)).split('\n').length;

/** What was refused, shortly; every refusal says all that a person needs. */
function refusals(file: string, more = {}): readonly string[] {
  const { refused } = bring(file, more).plan;
  for (const { message, why, fix } of refused) expect([message, why, fix].every((text) => text !== '')).toBe(true);
  return refused.map(({ rule, key, line }) => `${line} ${key} ${rule}`);
}

test('a good text comes in with who, when and state, and all the rest stays as it is', () => {
  const { plan, files } = bring(edited(csv(), ['Свободных мест нет', 'Сейчас мест нет']));
  expect(plan.changed.map(({ unit, text }) => [unit.key, unit.target, text])).toEqual([
    ['sample.box.gone', 'Свободных мест нет', 'Сейчас мест нет'],
  ]);
  expect([...files.keys()]).toEqual(['locales/ru/sample.json', 'locales/ru/status.json']);
  expect(files.get('locales/ru/sample.json')).toContain('"gone": "Сейчас мест нет"');
  expect(files.get('locales/ru/status.json')).toMatch(/"sample.box.gone": "[0-9a-f]{16} translated ana 2027-02-01"/);
  expect(files.get('locales/ru/status.json')).toMatch(/"sample.title": "[0-9a-f]{16} draft machine 2027-01-31"/);
});

test('a unit nobody knows is refused, with its line', () => {
  const file = edited(csv(), ['"sample.title"', '"sample.titel"'], ['Ваше место', 'Место для вас']);
  expect(refusals(file)).toEqual(['3 sample.titel unknown-key']);
});

test('a placeholder or tag that changed is refused', () => {
  expect(refusals(edited(csv(), ['вуйте, {name}', 'вуйте, {nombre}']))).toEqual(['4 sample.greeting arguments']);
  expect(refusals(edited(csv(), ['<link>условия</link>', 'условия']))).toEqual(['5 sample.rich arguments']);
});

test('a message that cannot be read is refused', () => {
  expect(refusals(edited(csv(), ['вуйте, {name}', 'вуйте, {name']))).toEqual(['4 sample.greeting icu-syntax']);
});

test('a plural form that the language needs is never lost', () => {
  expect(
    refusals(
      edited(csv(), [' many {{countText} человек} other {{countText} человека}}"', ' other {{countText} человека}}"']),
    ),
  ).toEqual(['6 sample.people lost-form']);
  const po = exported(readTree(root), 'ru', 'po');
  expect(refusals(edited(po, ['msgstr[2] "{countText} человек"', 'msgstr[2] ""']))).toEqual([
    `${lineOf(po, 'msgctxt "sample.people"')} sample.people lost-form`,
  ]);
});

test('a plural form that the language can do without is not lost either', () => {
  expect(refusals(edited(csv('es'), [' many {{countText} de personas}', '']))).toEqual(['6 sample.people lost-form']);
});

test('a new translation needs all forms of its language', () => {
  const rows = csv('es').split('\r\n');
  const row = rows.findIndex((one) => one.startsWith('"sample.nobody"'));
  rows[row] = (rows[row] ?? '').replace('}}","",', '}}","{count, plural, =0 {Nadie} other {{countText} personas}}",');
  expect(refusals(rows.join('\r\n'))).toEqual(['7 sample.nobody plural-forms']);
});

test('an empty text where there was one is refused', () => {
  expect(refusals(edited(csv(), ['"Ваше место"', '""']))).toEqual(['3 sample.title empty']);
  expect(refusals(edited(csv(), ['"Ваше место"', '" "']))).toEqual(['3 sample.title empty']);
});

test('a text is refused when its English has changed since', () => {
  const file = edited(csv(), ['Ваше место', 'Место для вас']);
  rmSync(root, { recursive: true });
  root = writeExchangeTree({ 'locales/en/sample.json': json({ title: 'Your place in line' }) });
  expect(bring(file).plan.refused).toContainEqual(
    expect.objectContaining({
      rule: 'stale',
      key: 'sample.title',
      expected: 'Your place in line',
      found: 'Your place',
    }),
  );
});

test('a unit that is there twice is refused both times', () => {
  const file = csv();
  const row = file.split('\r\n').find((one) => one.startsWith('"sample.title"')) ?? '';
  expect(refusals(`${file}${row.replace('Ваше', 'Наше')}\r\n`)).toEqual([
    '3 sample.title duplicate-unit',
    `${file.split('\r\n').length} sample.title duplicate-unit`,
  ]);
  const po = exported(readTree(root), 'ru', 'po');
  const entry = po.slice(po.indexOf('#. description: Heading of the page.'), po.indexOf('Ваше место"') + 11);
  expect(refusals(`${po}\n${entry}\n`).map((one) => one.split(' ').at(-1))).toEqual([
    'duplicate-unit',
    'duplicate-unit',
  ]);
});

test.each(formats)('a file for another language is refused whole, in %s', (format) => {
  const file = exported(readTree(root), 'ru', format);
  expect(refusals(file, { locale: 'es' })).toEqual(['1  wrong-language']);
  const strange = file.replaceAll('"ru"', '"xx"').replaceAll('Language: ru', 'Language: xx');
  const { plan, files } = bring(strange);
  expect(plan.refused.map(({ rule }) => rule)).toEqual(['wrong-language']);
  expect(files.size).toBe(0);
});

test('the rules of the check hold for what comes in', () => {
  expect(refusals(edited(csv(), ['Ваше место', 'Ваше место место']))).toEqual(['3 sample.title repeated-word']);
  expect(refusals(edited(csv(), ['Приходите в 8:30', 'Приходите в 9:30']))).toEqual(['8 sample.box.date numbers']);
});

test('what is refused keeps out nothing else', () => {
  const { plan } = bring(edited(csv(), ['Ваше место', 'Ваше место место'], ['Свободных мест нет', 'Сейчас мест нет']));
  expect(plan.refused.map(({ key }) => key)).toEqual(['sample.title']);
  expect(plan.changed.map(({ unit }) => unit.key)).toEqual(['sample.box.gone']);
});

test('errors are reviewed only by somebody else than who translated them', () => {
  const file = edited(csv(), ['слишком много людей', 'очень много людей']);
  expect(refusals(file, { wish: { ...wish, state: 'reviewed' } })).toEqual(['2 problem.busy.what second-reader']);
  expect(refusals(file)).toEqual([]);
});

describe('long texts', () => {
  const page = 'content/ru/help.md';

  test('a changed paragraph comes in with its marks; nobody has read the rest, and the page stays a draft', () => {
    const { files } = bring(edited(csv(), ['Вам ответят.', 'Вы получите ответ.']));
    expect([...files.keys()]).toEqual([page]);
    expect(files.get(page)).toContain('\nНажмите **Подать**. Вы получите ответ.\n\n- Нужен телефон.');
    expect(files.get(page)).toContain('state: draft\nby: machine\n');
  });

  test('a page of which each text changed or was confirmed is signed', () => {
    const rows = csv()
      .split('\r\n')
      .map((row) => (row.startsWith('"page:') ? row.replace('"draft"', '"translated"') : row));
    const { files } = bring(edited(rows.join('\r\n'), ['Вам ответят.', 'Вы получите ответ.']));
    expect(files.get(page)).toContain('state: translated\nby: ana\non: "2027-02-01"');
    const part = bring(edited(rows.join('\r\n'), ['"Нужен документ.","translated"', '"Нужен документ.","draft"']));
    expect([...part.files.keys()]).toEqual([]);
  });

  test('who changes a word of a page that was read signs for it', () => {
    const read = (readTree(root).contents.get(page) ?? '').replace(
      'state: draft\nby: machine',
      'state: reviewed\nby: ben',
    );
    rmSync(root, { recursive: true });
    root = writeExchangeTree({ [page]: read });
    const { files } = bring(edited(csv(), ['Вам ответят.', 'Вы получите ответ.']));
    expect(files.get(page)).toContain('state: translated\nby: ana\n');
  });

  test('a title with a colon gets the quotation marks that it needs', () => {
    expect(bring(edited(csv(), ['"Помощь"', '"Помощь: ответы"'])).files.get(page)).toContain(
      'title: "Помощь: ответы"\n',
    );
  });

  test('a paragraph that became two, or a list, is refused', () => {
    expect(refusals(edited(csv(), ['Вам ответят.', '\n\nВам ответят.']))).toEqual(['12 page:help.2 markdown']);
    expect(refusals(edited(csv(), ['"Нажмите **', '"- Нажмите **']))).toEqual(['12 page:help.2 markdown']);
  });

  test('marks that got lost are refused', () => {
    expect(refusals(edited(csv(), ['**Подать**', 'Подать']))).toEqual(['12 page:help.2 markdown']);
  });

  test('a page that is not there yet is made when all of it has come, and not before', () => {
    const texts = [
      'Ayuda',
      '¿Cómo pido?',
      'Toque **Pedir**. Le llega una respuesta.',
      'Tenga un teléfono.',
      'Tenga un documento.',
    ];
    const rows = csv('es').split('\r\n');
    const first = rows.findIndex((row) => row.startsWith('"page:help.0"'));
    const filled = (most: number) =>
      rows
        .map((row, index) =>
          index >= first && index < first + most ? row.replace('","",', `","${texts[index - first]}",`) : row,
        )
        .join('\r\n');
    const part = bring(filled(4));
    expect(part.plan.refused.map(({ rule }) => rule)).toEqual(Array(4).fill('part-of-page'));
    expect([...part.files.keys()]).toEqual([]);
    const made = bring(filled(5)).files.get('content/es/help.md');
    expect(made).toMatch(/^---\ntitle: Ayuda\nversion: "2027-01"\nstate: translated\nby: ana\n/);
    expect(made).toContain(
      '## ¿Cómo pido?\n\nToque **Pedir**. Le llega una respuesta.\n\n- Tenga un teléfono.\n- Tenga un documento.\n',
    );
  });

  test('a part of a stale page comes in, and the page stays stale', () => {
    rmSync(root, { recursive: true });
    root = writeExchangeTree();
    const stale = (readTree(root).contents.get(page) ?? '').replace(
      /sourceHash: "\w+"/,
      `sourceHash: "${'0'.repeat(16)}"`,
    );
    rmSync(root, { recursive: true });
    root = writeExchangeTree({ [page]: stale });
    const rows = edited(csv(), ['Вам ответят.', 'Вы получите ответ.']).split('\r\n');
    expect(bring(rows.join('\r\n')).files.get(page)).toContain('0'.repeat(16));
    const read = rows.map((row) => (row.startsWith('"page:') ? row.replace('"stale"', '"translated"') : row));
    expect(bring(read.join('\r\n')).files.get(page)).not.toContain('0'.repeat(16));
  });
});
