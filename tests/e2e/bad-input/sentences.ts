import { expect } from '@playwright/test';
import type { FieldProblem, ProblemKind } from '#core/problem/kinds.ts';
import { say } from '../../support/words.ts';

/** What a page says to who sees it: text without tags, its entities resolved. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** `Error: ` in that language: what the title of a page with a problem begins with. */
export function errorWord(locale: string): string {
  return say(locale, 'meta.errorTitle', { page: '|' }).split('|')[0] ?? '';
}

export function fieldSentence(locale: string, { kind, limit }: Omit<FieldProblem, 'field'>): string {
  const sentence = say(locale, `problem.field.${kind}`, { limit: String(limit ?? ''), button: '|' });
  // What the form's second button says comes last.
  return sentence.split('|')[0] ?? '';
}

/** Of these a page has no control of their own: hidden ones, or one that the summary alone speaks of. */
const withoutControl = [
  ...[
    'step',
    'code',
    'decision',
    'endpoint',
    'p256dh',
    'auth',
    'latitude',
    'longitude',
    'accuracy',
    'port',
    'slot',
    'places',
    'screen',
  ],
];
const partsOfADate: Readonly<Record<string, string>> = {
  birthDay: 'birth',
  birthMonth: 'birth',
  birthYear: 'birth',
  expiryDay: 'expiry',
  expiryMonth: 'expiry',
  expiryYear: 'expiry',
};

/** The page as a plain form leads to it: title, summary, and each field's sentence in the summary and beside the field. */
export function expectTold(
  html: string,
  { locale, kind, fields = [] }: { locale: string; kind: ProblemKind; fields?: readonly FieldProblem[] | undefined },
): void {
  const title = textOf(/<title>[^<]*<\/title>/.exec(html)?.[0] ?? '').trim();
  expect(title.startsWith(errorWord(locale)), `title: ${title}`).toBe(true);
  const summary = textOf(/<div role="alert"[\s\S]*?<\/div>/.exec(html)?.[0] ?? '');
  // Where the question itself is closed, the page's own heading says it.
  const heading = textOf(/<h1[^>]*>[^<]*<\/h1>/.exec(html)?.[0] ?? '');
  expect(`${heading} ${summary}`).toContain(say(locale, `problem.${kind}.title`));
  expect(summary).toContain(say(locale, `problem.${kind}.next`));
  for (const problem of fields) {
    const sentence = fieldSentence(locale, problem);
    expect(summary, problem.field).toContain(sentence);
    if (withoutControl.includes(problem.field)) continue;
    const id = partsOfADate[problem.field] ?? problem.field;
    const beside = new RegExp(`<p id="${id}-problem"[^>]*>[^<]*</p>`).exec(html)?.[0] ?? '';
    expect(textOf(beside), `beside ${problem.field}`).toContain(sentence);
  }
}
