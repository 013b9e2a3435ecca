import type { ExactDay } from './exact.ts';
import type { Findings } from './laboratory.ts';
import type { Linkage } from './linkage.ts';
import { kindTitles, type Outcome } from './outcome.ts';

/** A table as the terminal and the page show it: the first column names the row. `bars`: the column that a chart shows. */
export type Table = {
  readonly title: string;
  readonly says: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly chart?: Chart;
};

/** Shares or ratios; `label` is the value as it is written. `line`: where all would be alike. */
export type Chart = {
  readonly series: readonly { readonly name: string; readonly bars: readonly Bar[] }[];
  readonly line?: number;
};
export type Bar = { readonly name: string; readonly value: number; readonly label: string };

/** All tables of a run, in the order in which they are read. */
export function tablesOf(findings: Findings): readonly Table[] {
  return [
    placesTable(findings),
    ...chanceTables(findings),
    oddsTable(findings),
    fairnessTable(findings),
    oldestTable(findings),
    ...linkageTables(findings.linkage),
    ...(findings.exact.length > 0 ? [exactTable(findings.exact)] : []),
  ];
}

function placesTable({ seasons }: Findings): Table {
  return {
    title: 'Places and offers',
    says: 'A group stands where its first member stands, so the draw of the policy goes over a port’s places by a few people: its reserve is there for that. With few people in the laboratory there are few places a day, and this is much; with all of them it is little. An offer that nobody confirms in time lapses, and goes to somebody else.',
    columns: ['rules', 'places', 'people with an appointment', 'offers that lapsed'],
    rows: seasons.map(({ title, places, placedPeople, lapsed }) => [
      title,
      whole(places),
      whole(placedPeople),
      lapsed === null ? 'none are made' : percent(lapsed),
    ]),
  };
}

function chanceTables({ seasons }: Findings): readonly Table[] {
  const [first] = seasons;
  return (first?.dimensions ?? []).flatMap((dimension, index): readonly Table[] => {
    const its = seasons.map((season) => ({ ...season, outcomes: season.dimensions[index]?.outcomes ?? [] }));
    const rows = (shown: (outcome: Outcome) => string) =>
      dimension.outcomes.map(({ name, people }, row) => [
        name,
        whole(people),
        ...its.map(({ outcomes }) => (outcomes[row] ? shown(outcomes[row]) : '')),
      ]);
    const columns = ['', 'people', ...its.map(({ short }) => short)];
    return [
      {
        title: `${dimension.title}: chance`,
        says: 'The chance of an appointment by the end of the season.',
        columns,
        rows: rows(({ chance }) => percent(chance)),
        chart: {
          series: its.map(({ title, outcomes }) => ({
            name: title,
            bars: outcomes.map(({ name, chance }) => ({ name, value: chance, label: percent(chance) })),
          })),
        },
      },
      {
        title: `${dimension.title}: days waited`,
        says: 'After how many days half of those who got an appointment had it, and after how many nine of ten.',
        columns,
        rows: rows(({ halfWaited, nineOfTenWaited }) =>
          halfWaited === null ? 'nobody' : `${halfWaited}, ${nineOfTenWaited}`,
        ),
      },
      {
        title: `${dimension.title}: appointments for 1,000 days`,
        says: 'People with an appointment for 1,000 days that somebody waited: fair to those who came late.',
        columns,
        rows: rows(({ perThousandDays }) => perThousandDays.toFixed(2)),
      },
    ];
  });
}

function oddsTable({ seasons }: Findings): Table {
  const [first] = seasons;
  return {
    title: 'Odds of cheaters against honest people',
    says: 'How much better the odds of an appointment are than those of honest people in groups of the same size. 1 is the same, 10 is ten times as good. The bars grow with the logarithm.',
    columns: ['', ...seasons.map(({ short }) => short)],
    rows: (first?.odds ?? []).map(({ kind }, row) => [
      kindTitles[kind],
      ...seasons.map(({ odds }) => ratioText(odds[row]?.ratio ?? null)),
    ]),
    chart: {
      line: oddsBar(1),
      series: seasons.map(({ title, odds }) => ({
        name: title,
        bars: odds.map(({ kind, ratio }) => ({
          name: kindTitles[kind],
          value: oddsBar(ratio ?? 0),
          label: ratioText(ratio),
        })),
      })),
    },
  };
}

function oddsBar(ratio: number): number {
  return Math.log2(1 + ratio);
}

function fairnessTable({ bySize, draws, policy }: Findings): Table {
  const bars = (name: string, of: 'today' | 'skipping') => ({
    name,
    bars: bySize.map((row) => ({ name: String(row.size), value: row[of], label: times(row[of]) })),
  });
  return {
    title: 'Chance by the size of the group',
    says: `The chance of a group of each size in ${whole(draws)} draws, by the mean of all sizes: 1 is the same for all. Beside it the rule that skips a group which doesn’t fit.`,
    columns: ['people', 'groups drawn', `policy ${policy.name}`, 'skipping'],
    rows: bySize.map(({ size, groups, today, skipping }) => [
      String(size),
      whole(groups),
      today.toFixed(3),
      skipping.toFixed(3),
    ]),
    chart: {
      line: 1,
      series: [bars(`Policy ${policy.name}`, 'today'), bars('Skipping groups that don’t fit', 'skipping')],
    },
  };
}

function oldestTable({ oldest, policy }: Findings): Table {
  const rows = oldest.map(({ part, today, shuffledFirst }) => [percent(part), times(today), times(shuffledFirst)]);
  return {
    title: 'What the share of the oldest gives them',
    says: 'The chance of the oldest band by that of all others, by how large a part of those who ask it is: 1 is no better. A list of its own is filled first, with the same tickets; beside it, what it would be if the shuffled list were filled first.',
    columns: ['oldest band', `policy ${policy.name}`, 'shuffled first'],
    rows,
    chart: {
      line: 1,
      series: [
        {
          name: `Policy ${policy.name}`,
          bars: oldest.map(({ part, today }) => ({ name: percent(part), value: today, label: times(today) })),
        },
      ],
    },
  };
}

function linkageTables(linkage: readonly Linkage[]): readonly Table[] {
  const [published] = linkage;
  if (!published) return [];
  return [
    {
      title: 'The linkage attack',
      says: `A stranger has ${published.lists} lists of successive days and looks for a line of the first one in the next and in the last, by size, ports and band. “Found” is the chance of a right guess, “certain” the share of lines with one candidate only; “knowing” is the most that anybody could reach who even knew each line’s day of registration. The first row is the policy; the others are what would hide more.`,
      columns: ['bands, ports', 'bands cut', 'next day', 'certain', 'last day', 'certain', 'knowing'],
      rows: linkage.map((one) => [
        publicationTitle(one),
        whole(one.bands),
        percent(one.nextDay.found),
        percent(one.nextDay.certain),
        percent(one.lastDay.found),
        percent(one.lastDay.certain),
        percent(one.lastDay.knowing),
      ]),
      chart: {
        series: [
          {
            name: 'Found on the last day',
            bars: linkage.map((one) => ({
              name: publicationTitle(one),
              value: one.lastDay.found,
              label: percent(one.lastDay.found),
            })),
          },
        ],
      },
    },
    {
      title: 'The linkage attack by the size of the group',
      says: 'Chance of a right guess on the last day.',
      columns: ['people', 'lines', ...linkage.map(publicationTitle)],
      rows: published.bySize.map(({ size, lines }, row) => [
        size,
        whole(lines),
        ...linkage.map(({ bySize }) => percent(bySize[row]?.found ?? 0)),
      ]),
    },
  ];
}

function exactTable(exact: readonly ExactDay[]): Table {
  return {
    title: 'Days through the whole protocol',
    says: 'Pool, announcement, reveals, seed, tickets and result as on a real day; then the laboratory’s own way with the same tickets. Both give the same to everybody.',
    columns: ['day', 'requests', 'chosen', 'result', 'hash of the result'],
    rows: exact.map(({ day, requests, chosen, differs, resultHash }) => [
      day,
      whole(requests),
      whole(chosen),
      differs ?? 'the same',
      resultHash.slice(0, 16),
    ]),
  };
}

function publicationTitle({ bandSize, ports }: Linkage): string {
  const band = bandSize === Number.MAX_SAFE_INTEGER ? 'no bands' : `${whole(bandSize)} a band`;
  return ports === 3 ? band : `${band}, ${ports === 1 ? '1 port' : `${ports} ports`}`;
}

function percent(share: number): string {
  const of100 = share * 100;
  return `${of100 > 0 && of100 < 9.95 ? of100.toFixed(of100 < 0.095 ? 2 : 1) : of100.toFixed(0)} %`;
}

function times(ratio: number): string {
  return ratio < 10 ? ratio.toFixed(2) : whole(Math.round(ratio));
}

function ratioText(ratio: number | null): string {
  return ratio === null ? 'nobody to compare' : times(ratio);
}

export function whole(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
