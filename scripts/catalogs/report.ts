import type { Finding } from './finding.ts';
import type { Rule } from './rule.ts';

/** For people: one block a rule, with why it matters, and one line or two a finding. */
export function humanReport(findings: readonly Finding[], rules: readonly Rule[]): string {
  if (findings.length === 0) return 'Catalogs: no findings.\n';
  const blocks = rules.flatMap(({ name, why }) => {
    const own = findings.filter(({ rule }) => rule === name);
    return own.length === 0 ? [] : [`${name} (${own.length}): ${why}\n${own.map(lineOf).join('')}`];
  });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return `${blocks.join('\n')}\nCatalogs: ${errors} to put right, ${findings.length - errors} to look at.\n`;
}

/** For programs: `{ errors, warnings, findings }`. */
export function jsonReport(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return `${JSON.stringify({ errors, warnings: findings.length - errors, findings }, null, 2)}\n`;
}

function lineOf({ file, line, key, message, expected, found, fix }: Finding): string {
  const head = `  ${file}:${line}  ${key}  ${message}`;
  return `${head}\n    expected: ${short(expected)}\n    found: ${short(found)}${fix === undefined ? '' : `\n    fix: ${fix}`}\n`;
}

function short(text: string): string {
  const line = text.replace(/\s*\n\s*/g, ' ⏎ ');
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
