import type { Findings } from './laboratory.ts';
import { type Table, tablesOf, whole } from './table.ts';

/** All tables as text, for a terminal. */
export function textOf(findings: Findings): string {
  return [headOf(findings), ...tablesOf(findings).map(tableText)].join('\n\n');
}

/** What was run, so that anybody can run it again. */
export function headOf({ policy, seed, people, groups, days }: Findings): string {
  return `Policy ${policy.name}, in force from ${policy.from}: ${policy.oldestShare / 100} % to the oldest, bands of ${whole(policy.bandSize)} or more, groups of up to ${policy.maxGroup}, ${policy.deviceLimit} registrations a device. Seed ${seed}: ${whole(people)} people in ${whole(groups)} groups, ${days} days.`;
}

function tableText({ title, columns, rows }: Table): string {
  const all = [columns, ...rows];
  const widths = columns.map((_, index) => Math.max(...all.map((row) => row[index]?.length ?? 0)));
  const lines = all.map((row) =>
    row
      .map((cell, index) => (isText(rows, index) ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...lines].join('\n');
}

/** Columns of figures stand to the right. */
export function isText(rows: Table['rows'], column: number): boolean {
  return rows.some((row) => !/^[\d.,]+( %)?$/.test(row[column] ?? ''));
}
