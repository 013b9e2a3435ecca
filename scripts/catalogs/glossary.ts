import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { kept } from './kept.ts';
import type { Phrase } from './phrase-finder.ts';
import type { Tree } from './tree.ts';
import { small, wordsOf } from './words.ts';

const rendering = z.object({
  use: z.string(),
  also: z.string().default(''),
  forbidden: z.array(z.string()).default([]),
});
const file = z.object({
  terms: z.array(
    z.looseObject({
      key: z.string(),
      en: z.string(),
      everywhere: z.boolean().default(false),
      otherwise: z.array(z.string()).default([]),
    }),
  ),
});

export type Term = {
  readonly key: string;
  /** The English names of the thing: `registration, to register` → `[['registration'], ['register']]`. */
  readonly source: readonly Phrase[];
  /** English phrases in which the word means something else: `in its place`. */
  readonly otherwise: readonly Phrase[];
  /** Whether a translation has the term wherever the English has it. */
  readonly everywhere: boolean;
  readonly renderings: ReadonlyMap<string, Rendering>;
};

/** `use` and what `also` is right, and what is forbidden for this term. */
export type Rendering = {
  readonly use: string;
  readonly right: readonly Phrase[];
  readonly forbidden: readonly Phrase[];
};

export const glossaryFile = 'locales/glossary.json';

/** The terms of `locales/glossary.json`, none where there is no such file. */
export const glossaryOf = kept((tree: Tree): readonly Term[] => {
  const path = join(tree.root, glossaryFile);
  return existsSync(path) ? termsIn(readFileSync(path, 'utf8')) : [];
});

let last: { readonly text: string; readonly terms: readonly Term[] } | undefined;

/** The same text gives the same terms, so that what was made of them can be kept. */
function termsIn(text: string): readonly Term[] {
  if (last?.text !== text) last = { text, terms: file.parse(JSON.parse(text)).terms.map(termOf) };
  return last.terms;
}

function termOf({ key, en, everywhere, otherwise, ...more }: z.infer<typeof file>['terms'][number]): Term {
  return {
    key,
    source: variants(en).map((words) => (words[0] === 'to' ? words.slice(1) : words)),
    otherwise: otherwise.flatMap(variants),
    everywhere,
    renderings: new Map(
      Object.entries(more).flatMap(([locale, value]) => {
        const parsed = rendering.safeParse(value);
        if (!parsed.success) return [];
        const { use, also, forbidden } = parsed.data;
        const right = [...variants(use), ...variants(also)];
        return [[locale, { use, right, forbidden: forbidden.flatMap(variants) }] as const];
      }),
    ),
  };
}

/** `use` separates variants by ; and , and has in brackets what may be left out: `pedir (un cupo)` → `pedir`, `pedir un cupo`. */
function variants(text: string): readonly Phrase[] {
  return [...new Set([text.replace(/\([^)]*\)/g, ''), text])]
    .flatMap((some) => some.split(/[;,]/))
    .map((part) => wordsOf(part).map(small))
    .filter((words) => words.length > 0);
}

/** The line of a term in the glossary, counted from 1; of one that is there twice, the line of this one. */
export function lineOfTerm(
  root: string,
  key: string,
  { terms, index }: { terms: readonly Term[]; index: number },
): number {
  const lines = readFileSync(join(root, glossaryFile), 'utf8').split('\n');
  const earlier = terms.slice(0, index).filter((term) => term.key === key).length;
  const found = lines.flatMap((line, at) => (line.includes(`"key": "${key}"`) ? [at + 1] : []));
  return found[earlier] ?? 1;
}
