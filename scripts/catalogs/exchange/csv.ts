import { CsvError, parse } from 'csv-parse/sync';
import { sourceLocale } from '#core/language/locales.ts';
import { type BroughtFile, type BroughtUnit, type Parcel, type Unit, type UnitState, unitStates } from './unit.ts';

const besides = ['key', 'state', 'about', 'max', 'where', 'terms', 'picture', 'comment'];

/**
 * RFC 4180 with a byte order mark, which Excel needs to see that it is UTF-8. Every cell has quotation marks, so that no
 * program has to guess; csv-stringify is another package for these three lines, and has no guard that can be taken off.
 */
export function writeCsv({ source, target, units }: Parcel): string {
  const head = ['key', source, target, 'state', 'comment', 'about', 'max', 'where', 'terms', 'picture'];
  const rows = [head, ...units.map(rowOf)];
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function rowOf(unit: Unit): readonly string[] {
  const { key, source, target, state, comment, about, max, places, terms, picture } = unit;
  const where = places.map(({ file, line }) => `${file}:${line}`).join(' ');
  return [key, source, target, state, comment, about, String(max ?? ''), where, terms.join(' | '), picture ?? ''];
}

function cell(text: string): string {
  return `"${guarded(text).replaceAll('"', '""')}"`;
}

/**
 * A spreadsheet would run a cell that begins so as a formula (OWASP, CSV Injection). An apostrophe before it keeps it a
 * text; a text that begins with apostrophes before such a sign gets one more, so that taking it off is always right.
 */
function guarded(text: string): string {
  return /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}

function unguarded(text: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text;
}

type Row = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/** Reads what spreadsheets make of it: commas, semicolons or tabs, `sep=;` above, any line ends, columns in any order. */
export function readCsv(text: string): BroughtFile {
  // csv-parse counts `\r\n` in a cell as two lines.
  const plain = text.replace(/\r\n?/g, '\n');
  const separators = /^sep=(.)\n/.exec(plain);
  const body = plain.slice(separators?.[0].length ?? 0);
  const above = separators ? 1 : 0;
  const [head, ...rows] = rowsOf(body, separators?.[1] ?? delimiterOf(body));
  const names = (head?.record ?? []).map((name) => unguarded(name).trim());
  const tags = names.filter((name) => name !== '' && name !== sourceLocale && !besides.includes(name));
  const at = (name: string | undefined) => names.indexOf(name ?? '');
  const key = at('key');
  const source = at(sourceLocale);
  const target = at(tags[0]);
  if (key < 0 || source < 0 || tags.length !== 1)
    throw new Error(
      `line ${above + 1}: expected the columns key, ${sourceLocale} and one language, found ${names.join(', ')}`,
    );
  let before = head?.info.lines ?? 1;
  const units = rows.flatMap(({ record, info }): readonly BroughtUnit[] => {
    const line = before + above + 1;
    before = info.lines;
    const read = (index: number) => unguarded(record[index] ?? '');
    if (record.every((one) => one.trim() === '')) return [];
    const state = read(at('state')).trim();
    return [
      {
        key: read(key).trim(),
        line,
        source: read(source),
        target: read(target),
        state: isUnitState(state) ? state : undefined,
        isUnsure: false,
        comment: at('comment') < 0 ? '' : read(at('comment')).trim(),
      },
    ];
  });
  return { format: 'csv', source: sourceLocale, target: tags[0] ?? '', units };
}

function rowsOf(text: string, delimiter: string): readonly Row[] {
  try {
    return parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      record_delimiter: '\n',
    }) as unknown as readonly Row[]; // its types forget what `info` does
  } catch (error) {
    if (error instanceof CsvError) throw new Error(error.message);
    throw error;
  }
}

/** Excel writes what the country of its computer has. The head has no text that could hold any of them. */
function delimiterOf(text: string): string {
  const head = /^[^\n]*/.exec(text)?.[0] ?? '';
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.sort((one, other) => other.count - one.count)[0]?.sign ?? ',';
}

function isUnitState(text: string): text is UnitState {
  return (unitStates as readonly string[]).includes(text);
}
