import type { TextReportServices } from '../services/text-reports.ts';
import { reportText } from '../use-cases/text-reports.ts';
import type { Tools } from '../use-cases/tools.ts';

export function bindTextReports(tools: Tools): TextReportServices {
  return { reportText: (input) => reportText(tools, input) };
}
