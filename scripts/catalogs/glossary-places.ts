import { sourceLocale } from '#core/language/locales.ts';
import { glossaryOf, type Term } from './glossary.ts';
import { grouped } from './grouped.ts';
import { kept } from './kept.ts';
import { ownProse } from './languages/identify.ts';
import { phraseFinder, type Sought } from './phrase-finder.ts';
import type { Prose } from './prose.ts';
import type { Tree } from './tree.ts';
import { rowOf } from './words.ts';

/** A text of a translation, the terms that its English has, and its own words, a row for each of its texts. */
export type Translated = {
  readonly prose: Prose;
  readonly terms: readonly Term[];
  readonly rows: readonly (readonly string[])[];
};

/** Each text of each translation whose English has a term. Long texts count where they have as many paragraphs. */
export const translatedTerms = kept((tree: Tree): readonly Translated[] => {
  const all = ownProse(tree);
  const source = (all.get(sourceLocale) ?? []).filter(isText);
  const termsOf = termFinder(tree);
  const byPlace = new Map(source.map((prose) => [prose.place, termsOf(prose)] as const));
  return [...all].flatMap(([locale, prose]) => {
    if (locale === sourceLocale) return [];
    const own = prose.filter(isText);
    const aligned = alignedPages(source, own);
    return own.flatMap((each) => {
      const terms = byPlace.get(each.place) ?? [];
      if (terms.length === 0 || (each.kind === 'page' && !aligned.has(each.key))) return [];
      return [{ prose: each, terms, rows: each.texts.map(rowOf) }];
    });
  });
});

function isText({ kind }: Prose): boolean {
  return kind !== 'name';
}

function alignedPages(source: readonly Prose[], own: readonly Prose[]): ReadonlySet<string> {
  const paragraphs = (prose: readonly Prose[]) =>
    grouped(
      prose.filter(({ kind }) => kind === 'page'),
      ({ key }) => key,
    );
  const originals = paragraphs(source);
  return new Set(
    [...paragraphs(own)].filter(([key, lines]) => originals.get(key)?.length === lines.length).map(([key]) => key),
  );
}

/** The terms of an English text. Of names that overlap the longest counts: `place in line` is no `place`. */
export function termFinder(tree: Tree): (prose: Pick<Prose, 'texts'>) => readonly Term[] {
  return termFinderOf(glossaryOf(tree));
}

const termFinderOf = kept((glossary: readonly Term[]) => {
  const sought = glossary.flatMap((term): readonly Sought<Term | undefined>[] => [
    ...term.source.map((phrase) => ({ phrase, about: term })),
    ...term.otherwise.map((phrase) => ({ phrase, about: undefined })),
  ]);
  const find = phraseFinder(sought, sourceLocale);
  const termsIn = kept((row: readonly string[]) => {
    const taken = new Set<number>();
    return find(row)
      .toSorted((one, other) => other.to - other.from - (one.to - one.from))
      .flatMap(({ from, to, about }) => {
        const own = Array.from({ length: to - from }, (_, index) => from + index);
        if (own.some((at) => taken.has(at))) return [];
        for (const at of own) taken.add(at);
        return about ? [about] : [];
      });
  });
  return ({ texts }: Pick<Prose, 'texts'>) => [...new Set(texts.flatMap((text) => termsIn(rowOf(text))))];
});
