import { parse } from 'yaml';
import { shippedPolicies } from '#core/policy/policies.ts';

/** The terms of each policy: a person is shown the text of the one in force, whenever that begins. */
const termsSlugs = [...new Set(shippedPolicies.map(({ termsVersion }) => `terms-${termsVersion}`))];

/** `content/<tag>/<slug>.md`, in every language. */
export const contentSlugs: readonly string[] = [...termsSlugs, 'help', 'privacy', 'accessibility'];

/** The version that a file of the terms is named after; undefined for another text. */
export function termsVersionOf(slug: string): string | undefined {
  return /^terms-(.+)$/.exec(slug)?.[1];
}

/** A long text of `content/<tag>/<slug>.md`, as `content/README.md` describes it. */
export type LongText = { readonly matter: Readonly<Record<string, string | undefined>>; readonly body: string };

const written = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/;

export function readLongText(text: string): LongText {
  const [, head, body] = written.exec(text) ?? [];
  if (head === undefined || body === undefined) return { matter: {}, body: text.trim() };
  const matter: unknown = parse(head);
  const fields = typeof matter === 'object' && matter !== null ? Object.entries(matter) : [];
  return { matter: Object.fromEntries(fields.map(([name, value]) => [name, String(value)])), body: body.trim() };
}

/** The same text with these fields of the front matter changed, added at its end, or (undefined) taken out. */
export function withMatter(text: string, fields: Readonly<Record<string, string | undefined>>): string {
  const [, head, body] = written.exec(text) ?? [];
  if (head === undefined || body === undefined) throw new Error('expected front matter between two lines of ---');
  const kept = head
    .split('\n')
    .filter((line) => !(line.split(':')[0] ?? '').trim() || !((line.split(':')[0] ?? '') in fields));
  const added = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${quoted(value)}`],
  );
  return `---\n${[...kept, ...added].join('\n')}\n---\n${body}`;
}

/** Hashes and days would be read as numbers and dates. */
function quoted(value: string): string {
  return /^[a-z]+$/i.test(value) ? value : `"${value}"`;
}
