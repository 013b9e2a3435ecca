import type { Budgets, Exception, Floor, Measure } from './budgets.ts';
import type { Figure } from './figure.ts';

export type Finding =
  | { readonly kind: 'over'; readonly figure: Figure; readonly limit: number; readonly exception?: Exception }
  /** It may be mended: then its line has to go, or it would hide the next one. */
  | { readonly kind: 'needless'; readonly exception: Exception }
  /** A measure that nobody took is no measure that was kept. */
  | { readonly kind: 'not-measured'; readonly measure: string }
  | { readonly kind: 'unknown-measure'; readonly measure: string }
  | { readonly kind: 'old-floor'; readonly why: string };

export type Verdict = {
  readonly findings: readonly Finding[];
  /** The worst figure of each measure, in the order of the file. */
  readonly worst: readonly { readonly measure: string; readonly figure: Figure }[];
};

/** `by`: the files of the build alone, or a browser or Lighthouse too. Figures as they count: see `beyondFloor`. */
export function judge(figures: readonly Figure[], budgets: Budgets, by: Measure['seenBy']): Verdict {
  const findings: Finding[] = [];
  const needed = new Set<Exception>();
  for (const figure of figures) {
    const budget = budgets.measures[figure.measure];
    if (!budget || figure.value <= budget.limit) continue;
    const exception = budgets.exceptions.find(
      ({ measure, screen }) => measure === figure.measure && screen === figure.screen,
    );
    if (exception) needed.add(exception);
    const limit = exception?.limit ?? budget.limit;
    if (figure.value > limit) findings.push({ kind: 'over', figure, limit, ...(exception ? { exception } : {}) });
  }
  const measured = new Set(figures.map(({ measure }) => measure));
  for (const measure of measured) if (!budgets.measures[measure]) findings.push({ kind: 'unknown-measure', measure });
  const worst: Verdict['worst'][number][] = [];
  for (const [measure, { seenBy }] of Object.entries(budgets.measures)) {
    const figure = worstOf(figures.filter((one) => one.measure === measure));
    if (figure) worst.push({ measure, figure });
    else if (seenBy === 'files' || seenBy === by) findings.push({ kind: 'not-measured', measure });
  }
  // Without a browser, a screen that only it sees may well need its line.
  if (by !== 'files')
    for (const exception of budgets.exceptions)
      if (!needed.has(exception) && measured.has(exception.measure)) findings.push({ kind: 'needless', exception });
  return { findings, worst };
}

/**
 * Of measures that begin at the floor, what is beyond it. What is far below comes without the framework's run-time; nothing
 * else is lighter than an empty page: that would be a wrong floor.
 */
export function beyondFloor(figures: readonly Figure[], budgets: Budgets, floor: Floor): readonly Figure[] {
  return figures.map((figure) => {
    if (!budgets.measures[figure.measure]?.isBeyondFloor) return figure;
    const isWithoutRunTime = figure.value < floor.gzip / 2;
    if (isWithoutRunTime) return { ...figure, value: 0, ...(figure.brotli === undefined ? {} : { brotli: 0 }) };
    const value = figure.value - floor.gzip;
    if (value < 0)
      throw new Error(
        `${figure.screen}: expected at least the ${floor.gzip} bytes of an empty page, found ${figure.value}: measure the floor anew`,
      );
    return { ...figure, value, ...(figure.brotli === undefined ? {} : { brotli: figure.brotli - floor.brotli }) };
  });
}

export function worstOf(figures: readonly Figure[]): Figure | undefined {
  return figures.reduce<Figure | undefined>(
    (worst, one) => (!worst || one.value > worst.value ? one : worst),
    undefined,
  );
}
