import type { Hono } from 'hono';
import { described } from '../described.ts';
import type { ApiParts } from '../parts.ts';

/** What anybody may know of the draws without knowing anything of a person. */
export function mountStatistics(app: Hono, { services }: ApiParts): void {
  app.get(
    '/api/statistics.csv',
    described(
      {
        summary: 'Statistics of all draws; counts of one to ten are hidden.',
        who: 'anybody',
        answers: [{ status: 200, type: 'text/csv' }],
        problems: [],
      },
      async (context) => {
        context.header('Cache-Control', 'public, max-age=300');
        context.header('Content-Disposition', 'attachment; filename="puente-statistics.csv"');
        return context.body(await services.statisticsFile(), 200, { 'Content-Type': 'text/csv; charset=utf-8' });
      },
    ),
  );
}
