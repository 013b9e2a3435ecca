import { fitMrzLine } from '#core/registration/mrz-lines.ts';

/** Lines and signs in each of a passport, a card, a large card (ICAO 9303). */
const formats = [
  { count: 2, length: 44 },
  { count: 3, length: 30 },
  { count: 2, length: 36 },
] as const;

/** Pairs that a machine reads for the one sign in the middle of them, such as `TI` for an I with serifs. */
const doubled: readonly (readonly [read: string, meant: string])[] = [
  ['O0', 'O'],
  ['0O', 'O'],
  ['O0', '0'],
  ['0O', '0'],
  ['D0', 'D'],
  ['TI', 'I'],
  ['IT', 'I'],
  ['1I', '1'],
];

/**
 * Out of text read by a machine, what may be the lines, likeliest first: each set is of one format. Which of them is
 * right, if any, the check digits say; so nothing here may invent a digit.
 */
export function likelyLines(text: string): readonly (readonly string[])[] {
  const read = text
    .split('\n')
    .map((line) => withFillers(line.replaceAll(/[^A-Z0-9<]/g, '')))
    .filter((line) => line.length >= 20);
  return formats.flatMap(({ count, length }) => {
    const last = read.slice(-count);
    // Of a line of fillers half may be lost; but one line at least is nearly whole.
    if (last.length < count || last.some((line) => line.length > length + 8)) return [];
    if (!last.some((line) => line.length >= length - 6)) return [];
    const plain = last.map((line) => fitted(line, length));
    return [plain, ...withoutDoubles(last).map((lines) => lines.map((line) => fitted(line, length)))];
  });
}

/** A row of `<` is often read as a row of L, K or C. */
function withFillers(line: string): string {
  return line.replaceAll(/[<LKC]{4,}/g, (run) => (run.includes('<') ? '<'.repeat(run.length) : run));
}

/** The head of a line holds what is needed; its end is only fillers and a check digit that isn't asked. */
function fitted(line: string, length: number): string {
  return fitMrzLine(line, length).slice(0, length).padEnd(length, '<');
}

function withoutDoubles(lines: readonly string[]): readonly (readonly string[])[] {
  return lines.flatMap((line, index) =>
    doubled.flatMap(([pair, meant]) =>
      line.includes(pair) ? [lines.map((other, at) => (at === index ? line.replace(pair, meant) : other))] : [],
    ),
  );
}
