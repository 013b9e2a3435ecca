import { Html, html } from '../studio/html.ts';
import { type AssumptionName, assumptions } from './assumptions.ts';
import { chartsOf } from './chart.ts';
import type { Findings } from './laboratory.ts';
import { headOf, isText } from './report-text.ts';
import { type Table, tablesOf } from './table.ts';

/** Letters and colours of the reader's own system, light or dark; it loads nothing. */
const style = new Html(`
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; --bar: light-dark(#1d5f8a, #7cc4f0); --line: light-dark(#8a1d1d, #ffb0a0); background: Canvas; color: CanvasText; }
body { margin: 0 auto; padding: 1rem; max-width: 72rem; overflow-wrap: anywhere; }
nav ul, .charts { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: 0; list-style: none; }
nav a { display: inline-block; padding-block: .25rem; }
figure { margin: 0; flex: 1 1 18rem; max-width: 24rem; }
figcaption { font-weight: bold; }
svg { width: 100%; height: auto; display: block; font-size: 13px; }
svg text { fill: CanvasText; stroke: Canvas; stroke-width: 3px; paint-order: stroke; }
svg rect { fill: var(--bar); }
svg line { stroke: var(--line); stroke-width: 2; stroke-dasharray: 4 3; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: start; font-weight: bold; }
th, td { border-bottom: 1px solid; padding: .25rem .5rem; text-align: start; vertical-align: top; overflow-wrap: normal; }
td.figure { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
@media (forced-colors: active) { svg rect { fill: CanvasText; } }
`);

/** One page that needs nothing beside it. */
export function pageOf(findings: Findings): string {
  const tables = tablesOf(findings);
  return `<!DOCTYPE html>\n${
    html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Puente’s laboratory, policy ${findings.policy.name}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>A season in the laboratory, policy ${findings.policy.name}</h1>
<p>${headOf(findings)}</p>
<p>All people are made up. The figures rest on assumptions, which stand at the end: they compare rules, they don’t foretell a season.</p>
</header>
<nav aria-label="Charts and assumptions"><ul>
${tables.map(({ title, chart }, index) => chart && html`<li><a href="#table-${index + 1}">${title}</a></li>`)}
<li><a href="#assumptions">Assumptions</a></li>
</ul></nav>
<main>
${tables.map(section)}
${assumed()}
</main>
</body>
</html>`.text
  }\n`;
}

function section(one: Table, index: number): Html {
  return html`<section id="table-${index + 1}">
<h2>${one.title}</h2>
<p>${one.says}</p>
${one.chart && html`<div class="charts">${chartsOf(one.chart, one.title)}</div>`}
${table(one)}
</section>
`;
}

function table({ title, columns, rows }: Table): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table: ${title}"><table>
<caption>${title}</caption>
<thead><tr>${columns.map((column) => (column === '' ? html`<td></td>` : html`<th scope="col">${column}</th>`))}</tr></thead>
<tbody>
${rows.map(
  (row) => html`<tr>${row.map((cell, index) => {
    if (index === 0) return html`<th scope="row">${cell}</th>`;
    return isText(rows, index) ? html`<td>${cell}</td>` : html`<td class="figure">${cell}</td>`;
  })}</tr>
`,
)}</tbody>
</table></div>`;
}

function assumed(): Html {
  const rows = (Object.keys(assumptions) as AssumptionName[]).map((name) => {
    const { value, means, source } = assumptions[name];
    return [means, valueText(value), source];
  });
  return html`<section id="assumptions">
<h2>Assumptions</h2>
<p>“Report” is the public inspection of the predecessor, OIG-24-48. Everything else is nobody’s measurement: change it in <code>scripts/lab/assumptions.ts</code> and run again.</p>
${table({ title: 'Assumptions', says: '', columns: ['what', 'value', 'where from'], rows })}
</section>`;
}

function valueText(value: number | Readonly<Record<string, number>>): string {
  if (typeof value === 'number') return String(value);
  return Object.entries(value)
    .map(([name, number]) => `${name}: ${number}`)
    .join(', ');
}
