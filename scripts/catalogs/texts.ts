import { basename } from 'node:path';
import { sourceLocale } from '#core/language/locales.ts';
import { type Block, blocksOf } from './blocks.ts';
import type { Told } from './finding.ts';
import { readMessage } from './icu.ts';
import { kept } from './kept.ts';
import type { Tree } from './tree.ts';
import { variantsOf } from './variants.ts';

/** A message, or a block of a long text (its key is page and number: `help.3`; the title is `help.0`). */
export type Text = {
  readonly locale: string;
  readonly file: string;
  readonly line: number;
  readonly key: string;
  /** As it stands in the file. */
  readonly value: string;
  /** What a person can get to read, the general sentence first. */
  readonly spoken: readonly string[];
  /** Kinds and marks of the blocks of its page; a message has none. */
  readonly page: string | undefined;
};

export type Pair = { readonly own: Text; readonly source: Text };
export type Flaw = Pick<Told, 'message' | 'expected' | 'found' | 'fix' | 'severity'>;

/** All sentences of all languages that can be read: messages and long texts. */
export const textsOf = kept((tree: Tree): readonly Text[] => [...messages(tree), ...longTexts(tree)]);

/** Every translation beside its source. A block of a page that is built otherwise has no counterpart. */
export const pairsOf = kept((tree: Tree): readonly Pair[] => {
  const texts = textsOf(tree);
  const sources = new Map(texts.filter(({ locale }) => locale === sourceLocale).map((text) => [text.key, text]));
  return texts.flatMap((own) => {
    const source = sources.get(own.key);
    return own.locale === sourceLocale || !source || source.page !== own.page ? [] : [{ own, source }];
  });
});

/** Runs a rule over each text; the same flaw in two forms of a message is told once. */
export function inEachText(tree: Tree, look: (spoken: string, text: Text) => readonly Flaw[]): readonly Told[] {
  return textsOf(tree).flatMap((text) =>
    once(text.spoken.flatMap((spoken) => look(spoken, text))).map((flaw) => told(text, flaw)),
  );
}

/** Runs a rule over each translation and its source. */
export function inEachPair(tree: Tree, look: (pair: Pair) => readonly Flaw[]): readonly Told[] {
  return pairsOf(tree).flatMap((pair) => once(look(pair)).map((flaw) => told(pair.own, flaw)));
}

/** What stands around a place in a text, for the eye. */
export function around(text: string, index: number): string {
  return text.slice(Math.max(0, index - 20), index + 20);
}

/** Structure of a page: two pages with the same can be compared block by block. */
export function shapeOf(blocks: readonly Block[]): string {
  return blocks.map(({ kind }) => kind).join('\n');
}

function told({ file, line, key }: Text, flaw: Flaw): Told {
  return { file, line, key, ...flaw };
}

function once(flaws: readonly Flaw[]): readonly Flaw[] {
  return flaws.length < 2
    ? flaws
    : flaws.filter(
        (flaw, index) =>
          flaws.findIndex((other) => other.message === flaw.message && other.found === flaw.found) === index,
      );
}

function messages({ catalogs }: Tree): readonly Text[] {
  return catalogs.flatMap(({ locale, file, entries }) =>
    entries
      .filter(({ value }) => value.trim() !== '' && readMessage(value).ok)
      .map(({ key, line, value }) => ({
        locale,
        file,
        line,
        key,
        value,
        spoken: variantsOf(value),
        page: undefined,
      })),
  );
}

function longTexts({ contents }: Tree): readonly Text[] {
  return [...contents].flatMap(([file, page]) => {
    const locale = file.split('/')[1] ?? '';
    const blocks = blocksOf(page);
    const shape = shapeOf(blocks);
    return blocks
      .map(({ line, text }, index) => ({
        locale,
        file,
        line,
        key: `${basename(file, '.md')}.${index}`,
        value: text,
        spoken: [text],
        page: shape,
      }))
      .filter(({ value }) => value !== '');
  });
}
