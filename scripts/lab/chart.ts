import { type Html, html } from '../studio/html.ts';
import type { Bar, Chart } from './table.ts';

/** One unit is a pixel on a phone 320 wide, less its margins: letters keep a size that can be read there. */
const width = 288;
const barHeight = 20;
const labelRoom = 52;

/** A chart a series: bars with name and value written beside them, so that nothing hangs on colour; the table below has it in words. */
export function chartsOf(chart: Chart, title: string): readonly Html[] {
  const most = Math.max(...chart.series.flatMap(({ bars }) => bars.map(({ value }) => value)), chart.line ?? 0);
  return chart.series.map(({ name, bars }) =>
    drawn(bars, { title: `${title}. ${name}`, name, most: most || 1, line: chart.line }),
  );
}

type Frame = {
  readonly title: string;
  readonly name: string;
  readonly most: number;
  readonly line: number | undefined;
};

function drawn(bars: readonly Bar[], { title, name, most, line }: Frame): Html {
  const height = bars.length * (barHeight * 2 + 4) + 4;
  const long = (value: number) => Math.round((value / most) * (width - labelRoom) * 10) / 10;
  const top = (index: number) => index * (barHeight * 2 + 4) + barHeight;
  const said = bars.map((bar) => `${bar.name}: ${bar.label}`).join('; ');
  return html`<figure>
<figcaption>${name}</figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}. ${said}">
${bars.map((bar, index) => html`<rect x="0" y="${top(index)}" width="${Math.max(1, long(bar.value))}" height="${barHeight - 4}"/>`)}
${line !== undefined && html`<line x1="${long(line)}" x2="${long(line)}" y1="0" y2="${height}"/>`}
${bars.map((bar, index) => html`<text x="0" y="${top(index) - 5}">${bar.name}</text><text x="${long(bar.value) + 6}" y="${top(index) + 13}">${bar.label}</text>`)}
</svg>
</figure>
`;
}
