import type { Arrival } from './arrivals.ts';
import type { Plan } from './plan.ts';
import type { Refusal } from './refusal.ts';

/** What an import does, for the person who brought the file: each change, each refusal, and how many of all. */
export function toldPlan({ changed, confirmed, unchanged, refused, doubts, comments }: Plan, file: string): string {
  const blocks = [
    ...changed.map(toldChange),
    ...confirmed.map(({ unit }) => `  ${unit.key}\n    right as it is: ${printable(unit.target)}\n`),
    ...refused.map((one) => toldRefusal('refused', one, file)),
    ...doubts.map((one) => toldRefusal('look at', one, file)),
  ];
  const keys = new Set(refused.map(({ key }) => key)).size;
  return `${blocks.join('')}${changed.length} changed, ${confirmed.length} confirmed, ${unchanged.length} as before, ${comments.size} comments; ${keys} refused.\n`;
}

function toldChange({ unit, text }: Arrival): string {
  const before = unit.target === '' ? '' : `    - ${printable(unit.target)}\n`;
  return `  ${unit.key}\n${before}    + ${printable(text)}\n`;
}

function toldRefusal(
  head: string,
  { rule, line, key, message, expected, found, why, fix }: Refusal,
  file: string,
): string {
  return [
    `  ${file}:${line}  ${printable(key)}  ${head} (${rule}): ${message}`,
    `    expected: ${printable(expected) || 'nothing'}`,
    `    found: ${printable(found) || 'nothing'}`,
    `    why: ${why}`,
    `    fix: ${printable(fix)}`,
    '',
  ].join('\n');
}

/** A file from elsewhere may hold what a terminal would obey, or what turns a line around. */
function printable(text: string): string {
  return text
    .replaceAll('\n', ' ⏎ ')
    .replace(
      /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu,
      (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`,
    );
}
