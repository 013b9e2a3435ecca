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

/** For programs: an array of `{ rule, severity, file, line, key, message, expected, found, fix? }`. */
export function jsonReport(findings: readonly Finding[]): string {
  return `${JSON.stringify(
    findings.map(({ repair: _, ...told }) => told),
    null,
    2,
  )}\n`;
}

/** For GitHub's pages of a change: workflow commands, one line a finding. */
export function githubReport(findings: readonly Finding[]): string {
  return findings
    .map(
      ({ rule, severity, file, line, ...told }) =>
        `::${severity} file=${property(file)},line=${line},title=${property(`catalogs: ${rule}`)}::${escaped(sentence(told))}\n`,
    )
    .join('');
}

/** The whole finding in one paragraph, for reports that have no columns. */
export function sentence({
  key,
  message,
  expected,
  found,
  fix,
}: Omit<Finding, 'rule' | 'severity' | 'file' | 'line'>): string {
  const head = key === '' ? message : `${key}: ${message}`;
  return [head, `Expected: ${short(expected)}`, `Found: ${short(found)}`, ...(fix ? [`Fix: ${fix}`] : [])].join('\n');
}

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function lineOf({ file, line, key, message, expected, found, fix }: Finding): string {
  const head = `  ${file}:${line}  ${key}  ${message}`;
  return `${head}\n    expected: ${short(expected)}\n    found: ${short(found)}${fix === undefined ? '' : `\n    fix: ${fix}`}\n`;
}

function short(text: string): string {
  if (text === '') return 'nothing';
  const line = text.replace(/\s*\n\s*/g, ' ⏎ ');
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}
