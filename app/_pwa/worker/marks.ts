import { escaped } from '#app/_ui/escaped.ts';

/** What a page that the phone answers is told, as attributes of its root: style sheets show the sentences that fit. */
export type Marks = Readonly<Record<string, string>>;

/** `marked('<html lang="ht">', { line: 'none' })` is `<html data-line="none" lang="ht">`. */
export function marked(html: string, marks: Marks): string {
  const attributes = Object.entries(marks).map(([name, value]) => `data-${name}="${escaped(value)}" `);
  return html.replace('<html ', `<html ${attributes.join('')}`);
}

/** Each link to `from` leads to `to`. */
export function ledTo(html: string, from: string, to: string): string {
  return html.replaceAll(`href="${from}"`, `href="${escaped(to)}"`);
}
