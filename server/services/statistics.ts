import type { DrawStatistics } from '#core/statistics/of-draw.ts';
import type { LocalDay } from '#core/time/instant.ts';

export type StatisticsView = {
  /** Of all draws that anything is told of, the latest first. */
  readonly days: readonly LocalDay[];
  readonly shown: (DrawStatistics & { readonly day: LocalDay; readonly policy: string }) | null;
};

export type StatisticsServices = {
  /** Of the draw of that day; null, or a day without one: of the last. */
  statistics(day: LocalDay | null): Promise<StatisticsView>;
  /** CSV of all draws. */
  statisticsFile(): Promise<string>;
};
