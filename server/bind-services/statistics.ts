import type { StatisticsServices } from '../services/statistics.ts';
import { statistics, statisticsFile } from '../use-cases/statistics.ts';
import type { Tools } from '../use-cases/tools.ts';

export function bindStatistics(tools: Tools): StatisticsServices {
  return { statistics: (day) => statistics(tools, day), statisticsFile: () => statisticsFile(tools) };
}
