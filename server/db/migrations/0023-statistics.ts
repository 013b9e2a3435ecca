import { migration } from './migration.ts';

/** What may be told of a draw, counted once right after it and once when its appointments are over, and then kept as it is. */
export const statistics = migration(
  `create table draw_statistics (
    day date not null references draws,
    stage text not null constraint draw_statistics_stage check (stage in ('draw', 'end')),
    published jsonb not null,
    at timestamptz not null,
    primary key (day, stage)
  )`,
);
