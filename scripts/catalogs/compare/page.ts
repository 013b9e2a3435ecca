import { grouped } from '../grouped.ts';
import { type Count, counted } from './counting.ts';
import type { Comparison } from './run-cases.ts';
import type { Look, Tool } from './tool.ts';
import { savedFile } from './watch-time.ts';

/** What a tool tells of the project's own catalogs. */
export type Own = Look & { readonly tool: Tool };

type Compared = Comparison & {
  readonly own: readonly Own[];
  /** Tags of the project's own catalogs, and how many messages they are together, the source included. */
  readonly languages: readonly string[];
  readonly messages: number;
  /** Kinds of flaws in the order of the check. */
  readonly kinds: readonly string[];
  /** Of the check that goes on watching: from each save to what it says of it. */
  readonly watchSeconds: readonly number[];
  readonly machine: { readonly processors: number; readonly load: number };
};

/** Kinds that a tool can tell without knowing a word of a language. */
const structure: ReadonlySet<string> = new Set([
  'json-syntax',
  'duplicate-key',
  'icu-syntax',
  'missing',
  'empty',
  'extra',
  'arguments',
  'plural-forms',
  'forbidden-format',
  'words-complete',
  'exact-forms',
  'plural-number',
  'tags',
]);

/** `docs/catalog-checks.md`, whole. */
export function comparisonPage(compared: Compared): string {
  const { results, leftOut, own, languages, messages, kinds, machine } = compared;
  const tools = own.map(({ tool }) => tool);
  const counts = (isMeant: (rule: string) => boolean) =>
    counted(
      results.filter(({ rule }) => isMeant(rule)),
      tools.length,
    );
  const rows = kinds
    .map((kind) => [kind, counts((rule) => rule === kind)] as const)
    .filter(([, { flaws }]) => flaws > 0);
  const totals = [
    ['**Structure**', counts((rule) => structure.has(rule))],
    ['**Words and writing**', counts((rule) => !structure.has(rule))],
    ['**All**', counts(() => true)],
  ] as const;
  const inGroup = (isStructure: boolean) => rows.filter(([kind]) => structure.has(kind) === isStructure);
  const missed = results.filter(({ outcomes: [ours] }) => ours !== 'found');
  return `# How much the checks of catalogs find

Written by \`npm run catalogs:compare\`, which runs this project's check and three tools of others on the same flaws. Don't edit
it: run the command again.

Each of the ${results.length} flaws is put alone into a tree of catalogs that is right. A tool has **found** it when it tells something of that file
that it does not tell of the clean tree. In brackets: it tells that something is wrong, but not in that file. The flaws are
those that the suites of this project are tried on, so its own check is expected to find all of them; the table shows what the
others would let through, not how good they are at their own task. Some kinds (\`forbidden-format\`, \`glossary-…\`, \`customs\`,
\`kreyol-spelling\`) are rules of this project alone.

${table([
  ['kind of flaw', 'flaws', ...tools.map(({ name }) => name)],
  ...[...inGroup(true), totals[0], ...inGroup(false), totals[1], totals[2]].map(([name, count]) => [
    name,
    ...cells(count),
  ]),
])}

${missed.length > 0 ? `Not found by this project's check: ${missed.map(({ rule, flaw }) => `${rule}, ${flaw}`).join('; ')}.` : "This project's check found every flaw."}

## False alarms

What each tool tells of the project's own messages, ${messages} in ${languages.join(', ')}, in which nothing is wrong by the project's
rules. The zero of the project's own check is no news: nothing is built while it tells something. Seconds are those of one run;
the project's own check reads all languages, the long texts, the descriptions and the sources in that time.

${table([
  ['tool', 'version', 'false alarms', 'seconds'],
  ...own.map(({ tool, told, seconds }) => [tool.name, tool.version, String(told.length), seconds.toFixed(1)]),
])}

${own.flatMap(alarms).join('\n')}

## While a translator writes

\`catalogs:check --watch\` looks at all languages again after each save. From the save of one file to the end of what is said of it:
${watchTimes(compared.watchSeconds)}. The file is \`${savedFile}\` in a copy of the project, wrong and right in turn; 40 ms of it wait for
editors that write a file in several steps.

All seconds of this page: ${machine.processors} processors, for which ${machine.load.toFixed(1)} processes stood in line. More than there are processors make them long.

## How each was called

${tools.map(({ name, call, reads }) => `- **${name}**: \`${call}\` on \`${reads}\``).join('\n')}

These are all the checks that each has for catalogs alone. What two of them can tell of sources (keys that are undefined or
unused) is left out, and so is \`formatjs compile\`: \`verify\` parses every message already. A language is one file for two
of them, with an area a group; words of calendars and countries are areas too.

## Left out

${leftOut.length} flaws of the same lists that no catalog shows: ${leftOutOf(leftOut)}. Flaws that are seeded inside of a test are left
out too: descriptions and states (\`rules-beside.test.ts\`), hard-coded text, glued sentences and the glossary itself
(\`rules-language.test.ts\`), single checks in seven more languages (\`other-languages.test.ts\`), and spelling
(\`spelling.test.ts\`), which is a command of its own here and which none of the others looks at.
`;
}

function watchTimes(seconds: readonly number[]): string {
  const sorted = [...seconds].sort((one, other) => one - other).map((each) => each.toFixed(2));
  return `${sorted[Math.floor(sorted.length / 2)]} seconds, the median of ${sorted.length} saves (${sorted[0]} to ${sorted.at(-1)})`;
}

function cells({ flaws, found, unplaced }: Count): readonly string[] {
  return [
    String(flaws),
    ...found.map((number, tool) => `${number}${(unplaced[tool] ?? 0) > 0 ? ` (+${unplaced[tool]})` : ''}`),
  ];
}

/** The same sentence about many messages is one line. */
function alarms({ tool, told }: Own): readonly string[] {
  const said = grouped(told, ({ what }) => what);
  return [...said]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([what, all]) => {
      const locales = [...new Set(all.map(({ locale }) => locale))].sort().join(', ');
      return `- ${tool.name}, ${all.length} in ${locales}: \`${what.replaceAll('`', "'")}\``;
    });
}

function leftOutOf(leftOut: Comparison['leftOut']): string {
  return [...grouped(leftOut, ({ why }) => why)]
    .map(([why, all]) => `${all.length} ${why} (${[...new Set(all.map(({ rule }) => rule))].sort().join(', ')})`)
    .sort()
    .join('; ');
}

/** A table of Markdown with columns of equal width, as the formatter of the project writes them. */
function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...body.map(line)].join('\n');
}
