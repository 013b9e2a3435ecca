import ts from 'typescript';
import { nodesOf } from '../syntax.ts';

/** How a date or a time is written out: the functions of `core/language/wording.ts`. */
export type DateFormat = 'day' | 'date' | 'time' | 'dateTime';

/** What a message gets: by argument, each way in which the place that asks writes a date or a time into it. */
export type Dates = ReadonlyMap<string, readonly DateFormat[]>;

const none: Dates = new Map();

const formats: Readonly<Record<string, DateFormat>> = {
  day: 'day',
  date: 'date',
  time: 'time',
  slotTime: 'time',
  dateTime: 'dateTime',
  slot: 'dateTime',
  formatDay: 'day',
  formatDate: 'date',
  formatTime: 'time',
  formatDateTime: 'dateTime',
  formatMinute: 'dateTime',
};
const written =
  /(?:\bwords|\bgetWords\([^()]*\)\))\.(day|date|time|slotTime|dateTime|slot)\(|\b(format(?:Day|Date|Time|DateTime|Minute))\(/g;

/** The dates among the arguments that a call hands to its message. */
export function datesIn(call: ts.CallExpression): Dates {
  const [, values] = call.arguments;
  if (!values) return none;
  const file = fileDates(call.getSourceFile());
  if (!ts.isObjectLiteralExpression(values)) return file;
  const found = values.properties.flatMap((property) => {
    // Put together elsewhere in the file, under the same names.
    if (ts.isSpreadAssignment(property)) return [...file];
    if (ts.isShorthandPropertyAssignment(property)) {
      const { text } = property.name;
      return [[text, file.get(text) ?? []] as const];
    }
    return ts.isPropertyAssignment(property)
      ? [[property.name.getText(), datesOf(property.initializer, file)] as const]
      : [];
  });
  return new Map(found.filter(([, own]) => own.length > 0));
}

/** What the phone writes into a text by its own clock. */
const onPhone = '{when}';

/** Written on the spot, or under a name that the file gives to a date or to a function that writes one; or on the phone. */
function datesOf(value: ts.Expression, file: Dates): readonly DateFormat[] {
  if (ts.isStringLiteralLike(value) && value.text === onPhone) return ['dateTime'];
  const here = formatsIn(value);
  if (here.length > 0) return here;
  const name = ts.isCallExpression(value) ? value.expression : value;
  return ts.isIdentifier(name) ? (file.get(name.text) ?? []) : [];
}

const known = new WeakMap<ts.SourceFile, Dates>();

/** All names of a file, of constants and of properties, that stand for a date. */
function fileDates(file: ts.SourceFile): Dates {
  const before = known.get(file);
  if (before) return before;
  const dates = new Map<string, readonly DateFormat[]>();
  for (const node of file.text.search(written) < 0 ? [] : nodesOf(file)) {
    if ((!ts.isVariableDeclaration(node) && !ts.isPropertyAssignment(node)) || !node.initializer) continue;
    const name = node.name.getText();
    const found = formatsIn(node.initializer);
    if (found.length > 0) dates.set(name, [...new Set([...(dates.get(name) ?? []), ...found])]);
  }
  known.set(file, dates);
  return dates;
}

function formatsIn(node: ts.Node): readonly DateFormat[] {
  const found = [...node.getText().matchAll(written)].flatMap(
    ([, method, name]) => formats[method ?? name ?? ''] ?? [],
  );
  return [...new Set(found)];
}
