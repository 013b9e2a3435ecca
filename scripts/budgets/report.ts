import type { Budgets, Floor, Measure } from './budgets.ts';
import type { Figure } from './figure.ts';
import { type Finding, type Verdict, worstOf } from './judge.ts';

/** A row a screen, worst first by what is nearest to its budget, with the budgets and the floor below. */
export function screenTable(figures: readonly Figure[], { measures }: Budgets, floor: Floor): string {
  const names = Object.keys(measures).filter((name) => figures.some(({ measure }) => measure === name));
  const screens = [...new Set(figures.map(({ screen }) => screen))].map((screen) => {
    const own = figures.filter((figure) => figure.screen === screen);
    const worst = names.map((name) => worstOf(own.filter(({ measure }) => measure === name)));
    return { screen, worst, share: Math.max(...worst.map((figure) => (figure ? shareOf(figure, measures) : 0))) };
  });
  const rows = screens
    .toSorted((one, other) => other.share - one.share)
    .map(({ screen, worst }) => [screen, ...worst.map((figure) => (figure ? shown(figure, measures) : ''))]);
  const last = [
    ['budget', ...names.map((name) => amount(measures[name]?.limit ?? 0, measures[name]))],
    ['floor of the framework', ...names.map((name) => (measures[name]?.isBeyondFloor ? kilobytes(floor.gzip) : ''))],
  ];
  return table([['screen', ...names], ...rows, ...last]);
}

/** A row a measure: its budget, and the screen and language that come nearest to it or are beyond it. */
export function worstTable({ worst }: Verdict, { measures, exceptions }: Budgets): string {
  const rows = worst.map(({ measure, figure }) => {
    const budget = measures[measure];
    const limit = budget?.limit ?? 0;
    const exception = exceptions.find((one) => one.measure === measure && one.screen === figure.screen);
    return [
      budget?.title ?? measure,
      amount(limit, budget),
      amount(figure.value, budget),
      limit === 0 ? '' : `${Math.round((100 * figure.value) / limit)} %`,
      exception && figure.value > limit ? `${figure.screen} (an exception)` : figure.screen,
      figure.locale,
      figure.brotli === undefined ? '' : kilobytes(figure.brotli),
    ];
  });
  return table([['measure', 'budget', 'worst', 'of it', 'screen', 'language', 'brotli'], ...rows]);
}

/** One sentence: what was expected, what was found, what to do. */
export function sentenceOf(finding: Finding, { measures }: Budgets): string {
  switch (finding.kind) {
    case 'over': {
      const { figure, limit, exception } = finding;
      const budget = measures[figure.measure];
      const most = exception
        ? `${amount(limit, budget)} (an exception since ${exception.since})`
        : amount(limit, budget);
      return `${figure.screen} in ${figure.locale}: expected ${budget?.title ?? figure.measure} of at most ${most}, found ${amount(figure.value, budget)}${figure.note ? ` (${figure.note})` : ''}`;
    }
    case 'needless':
      return `${finding.exception.screen}: expected an exception that is needed for ${finding.exception.measure}, found it within its budget: take the exception out`;
    case 'not-measured':
      return `${finding.measure}: expected at least one screen to be measured, found none`;
    case 'unknown-measure':
      return `${finding.measure}: expected a budget, found none: give it one in scripts/budgets/budgets.json`;
    case 'old-floor':
      return `${finding.why}: write what \`npm run budgets\` measures into scripts/budgets/budgets.json`;
  }
}

/** For machines: the last line of the output. */
export function jsonLine({ worst, findings }: Verdict, { measures }: Budgets, floor: Floor): string {
  const rows = worst.map(({ measure, figure: { measure: _, ...figure } }) => {
    const { limit = 0, unit = 'bytes' } = measures[measure] ?? {};
    return [measure, { ...figure, unit, budget: limit, ratio: limit === 0 ? null : round(figure.value / limit, 3) }];
  });
  const { gzip, brotli } = floor;
  return JSON.stringify({
    passed: findings.length === 0,
    floor: { gzip, brotli },
    worst: Object.fromEntries(rows) as unknown,
  });
}

function shareOf(figure: Figure, measures: Budgets['measures']): number {
  const limit = measures[figure.measure]?.limit ?? 0;
  if (limit > 0) return figure.value / limit;
  return figure.value > 0 ? Number.POSITIVE_INFINITY : 0;
}

function shown(figure: Figure, measures: Budgets['measures']): string {
  const text = amount(figure.value, measures[figure.measure]);
  return shareOf(figure, measures) > 1 ? `${text} !` : text;
}

function amount(value: number, measure: Measure | undefined): string {
  switch (measure?.unit) {
    case 'score':
    case 'points':
      return String(round(value, 4));
    case 'milliseconds':
      return `${value} ms`;
    default:
      return kilobytes(value);
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** The first row is the head. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
