import type { Problem, ProblemKind } from '#core/problem/kinds.ts';

/** The sentences of one problem, sent along with the page so that the phone can tell it without asking the server. */
export type RefusalWords = {
  readonly title: string;
  readonly what: string;
  readonly next: string;
  /** With `{kilometers}` or `{limit}` still in it. */
  readonly found?: string;
  /** Where she can go on from it, the best first; figures stand in the address as they do in `found`. */
  readonly ways: readonly { readonly href: string; readonly text: string }[];
};

/** By kind; `unexpected` stands in for a kind that the page brought no words for. */
export type RefusalBook = Readonly<Partial<Record<ProblemKind, RefusalWords>>> & { readonly unexpected: RefusalWords };

/** What to show; what was found is left out unless each of its figures is known. */
export function refusalTexts(
  book: RefusalBook,
  problem: Problem,
): Pick<RefusalWords, 'title' | 'ways'> & { readonly texts: readonly string[] } {
  const words = book[problem.kind] ?? book.unexpected;
  const found = words.found && fillIn(words.found, problem.numbers ?? {});
  const texts = [words.what, found, words.next].filter((text) => text !== undefined);
  const ways = words.ways.map(({ href, text }) => ({ href: withFigures(href, problem.numbers ?? {}), text }));
  return { title: words.title, texts, ways };
}

/** An address whose figures are known; where one isn't, all of them are left out. */
function withFigures(href: string, numbers: Readonly<Record<string, number>>): string {
  return fillIn(href, numbers) ?? href.replace(/&.*$/, '');
}

/** `{name}` becomes its value; undefined where one is missing. */
export function fillIn(template: string, values: Readonly<Record<string, string | number>>): string | undefined {
  const isWhole = [...template.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => values[name] !== undefined);
  return isWhole ? template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name])) : undefined;
}
