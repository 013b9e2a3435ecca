import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { exported, imported, json, writeExchangeTree } from '../testing/exchange-tree.ts';
import { readTree } from '../tree.ts';
import { readCsv, writeCsv } from './csv.ts';
import type { Unit } from './unit.ts';

let root = '';
beforeEach(() => {
  root = writeExchangeTree();
});
afterEach(() => rmSync(root, { recursive: true }));

const csv = () => exported(readTree(root), 'ru', 'csv').replace('Свободных мест нет', 'Сейчас мест нет');

/** What a spreadsheet does with the rows: other marks between the cells, quotation marks only where it thinks it needs them. */
function saved(file: string, { between, end = '\r\n' }: { readonly between: string; readonly end?: string }): string {
  const cells = (row: string) =>
    row
      .slice(1, -1)
      .split('","')
      .map((text) => (/[;,\t"\n]/.test(text) ? `"${text}"` : text));
  return file
    .replace('\uFEFF', '')
    .split('\r\n')
    .map((row) => cells(row).join(between))
    .join(end);
}

function changes(file: string | Uint8Array): readonly string[] {
  const { plan } = imported(root, file, { rules: [] });
  expect(plan.refused).toEqual([]);
  expect(plan.unchanged.length).toBeGreaterThan(10);
  return plan.changed.map(({ unit, text }) => `${unit.key} ${text}`);
}

const expected = ['sample.box.gone Сейчас мест нет'];

function utf16(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
}

test('semicolons, where a comma is for decimals, and a mark at the start', () => {
  expect(changes(`\uFEFF${saved(csv(), { between: ';' })}`)).toEqual(expected);
  expect(changes(`sep=;\r\n${saved(csv(), { between: ';' })}`)).toEqual(expected);
});

test('“Unicode text”: UTF-16 with tabs, in either order of bytes', () => {
  const bytes = utf16(saved(csv(), { between: '\t' }));
  expect(changes(bytes)).toEqual(expected);
  expect(changes(Uint8Array.from(Buffer.from(bytes).swap16()))).toEqual(expected);
});

test('any line ends, and empty rows or columns at the end', () => {
  expect(changes(saved(csv(), { between: ',', end: '\n' }))).toEqual(expected);
  expect(changes(saved(csv(), { between: ',', end: '\r' }))).toEqual(expected);
  expect(changes(`${csv().replaceAll('\r\n', ',"",""\r\n')},,,,\r\n`)).toEqual(expected);
});

test('line ends inside of a text are those of the file before', () => {
  rmSync(root, { recursive: true });
  root = writeExchangeTree({
    'locales/en/sample.json': json({ two: 'One\nTwo' }),
    'locales/ru/sample.json': json({ two: 'Раз\nДва' }),
  });
  const file = exported(readTree(root), 'ru', 'csv')
    .replace('One\nTwo', 'One\r\nTwo')
    .replace('Раз\nДва', 'Раз\r\nДва');
  const { plan } = imported(root, file, { rules: [] });
  expect([plan.changed, plan.refused]).toEqual([[], []]);
  const changed = imported(root, file.replace('Раз', 'Первое'), { rules: [] }).plan.changed;
  expect(changed.map(({ text }) => text)).toEqual(['Первое\nДва']);
});

test('a catalog with line ends of Windows keeps them', () => {
  rmSync(root, { recursive: true });
  root = writeExchangeTree({
    'locales/en/sample.json': json({ two: 'One\r\nTwo' }),
    'locales/ru/sample.json': json({ two: 'Раз\r\nДва' }),
  });
  const { plan } = imported(root, exported(readTree(root), 'ru', 'csv'), { rules: [] });
  expect([plan.changed, plan.refused]).toEqual([[], []]);
});

test('columns in another order, and columns of the translator’s own beside them are told', () => {
  const rows = csv().replace('\uFEFF', '').trimEnd().split('\r\n');
  const turned = rows.map((row) =>
    row
      .slice(1, -1)
      .split('","')
      .slice(0, 4)
      .reverse()
      .map((text) => `"${text}"`)
      .join(','),
  );
  expect(changes(turned.join('\r\n'))).toEqual(expected);
  expect(() => readCsv('key,en,ru,es\r\n')).toThrow('one language, found key, en, ru, es');
});

test('a date or a number that a spreadsheet rewrote is noticed by its source', () => {
  rmSync(root, { recursive: true });
  root = writeExchangeTree({
    'locales/en/sample.json': json({ half: '1/2', long: '12345678901234567890', plain: 'Half' }),
  });
  const file = exported(readTree(root), 'ru', 'csv')
    .replace('"1/2"', '"02-Jan"')
    .replace('"12345678901234567890"', '"1,23457E+19"');
  const { plan } = imported(root, file, { rules: [] });
  expect(plan.refused.map(({ key, rule, expected: was, found }) => [key, rule, was, found])).toEqual([
    ['sample.half', 'stale', '1/2', '02-Jan'],
    ['sample.long', 'stale', '12345678901234567890', '1,23457E+19'],
  ]);
});

test('old Windows letters are refused with what to do', () => {
  const bytes = Uint8Array.from(Buffer.from('key,en,es\r\nsample.title,Your place,Su asunción\r\n', 'latin1'));
  expect(() => imported(root, bytes, { rules: [] })).toThrow('CSV UTF-8');
});

const unit = (source: string, target: string): Unit => ({
  ...{ key: 'sample.title', file: '', source, target, state: 'draft', about: '=1+1', max: undefined },
  ...{ places: [], terms: [], picture: undefined, comment: '-2' },
});

test.each(['=1+1', '+1', '-1', '@a', '\tx', "'=1", "''+1", '＝1', "'quoted'", '"', 'a,b;c\td', '—'])(
  'a text that a spreadsheet would run goes guarded, and comes back as it was: %j',
  (text) => {
    const file = writeCsv({ source: 'en', target: 'ru', units: [unit(text, text)] });
    const cells = file.split('\r\n')[1]?.match(/"(?:[^"]|"")*"/g) ?? [];
    expect(cells.filter((cell) => /^"[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
    expect(readCsv(file.replace('\uFEFF', '')).units).toEqual([
      expect.objectContaining({ source: text, target: text, comment: '-2', line: 2 }),
    ]);
  },
);

test('a unit has the line on which its row begins, with texts of several lines above it', () => {
  const file = 'sep=,\r\nkey,en,ru\r\na.b,"One\r\nTwo","Раз\r\nДва"\r\n\r\na.c,Three,Три\r\n';
  expect(readCsv(file).units.map(({ key, line }) => [key, line])).toEqual([
    ['a.b', 3],
    ['a.c', 7],
  ]);
});
