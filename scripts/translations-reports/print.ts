import type { DescribedReport } from './describe.ts';

/** For a person: by language and screen, as they come sorted. */
export function printed(reports: readonly DescribedReport[]): string {
  if (reports.length === 0) return 'Nobody has told of wrong words.\n';
  const lines: string[] = [];
  let before: DescribedReport | undefined;
  for (const report of reports) {
    if (report.locale !== before?.locale) lines.push(`${before ? '\n' : ''}${report.locale}`);
    if (report.locale !== before?.locale || report.screen !== before.screen) lines.push(...headOf(report));
    lines.push(...bodyOf(report));
    before = report;
  }
  return `${lines.join('\n')}\n`;
}

function headOf({ screen, picture }: DescribedReport): readonly string[] {
  return [`  ${screen === '' ? 'a page that is not known' : screen}${picture === null ? '' : `  (${picture})`}`];
}

function bodyOf({ words, remark, times, at, texts }: DescribedReport): readonly string[] {
  const told = words.length === 0 ? ['(no words)'] : words;
  const often = times === 1 ? '' : `, told ${times} times`;
  return [
    ...told.flatMap((text) => indented(text, '    ')),
    ...(remark === '' ? [] : indented(`remark: ${remark}`, '      ')),
    ...texts.map(({ key, file }) => `      ${key} in ${file}`),
    `      ${at.slice(0, 10)}${often}`,
  ];
}

/** What strangers wrote: a terminal may not take it for a command. */
function indented(text: string, margin: string): readonly string[] {
  return text.split('\n').map((line) => margin + line.replaceAll(/[\p{Cc}\p{Bidi_C}]/gu, '\uFFFD'));
}
