import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { besides } from '../catalogs/catalogs-on-disk.ts';
import { piecesOfPage } from '../catalogs/exchange/page-units.ts';
import { readJson } from '../catalogs/json-file.ts';
import { variantsOf } from '../catalogs/variants.ts';

/** A text as people may get to read it: `{name}` in it stands for anything. */
type Pattern = { readonly key: string; readonly matches: RegExp; readonly letters: number };

/** The keys of a text that stands on a screen; none for what people entered, and several where texts are the same. */
export type KeyFinder = (screen: string, text: string) => readonly string[];

/** Knows all texts of a language by the words that people read, those of pages too. `tag` may be that of a language for tests. */
export function keyFinder(root: string, tag: string): KeyFinder {
  const keysOf = wordFinder(root, tag);
  return (screen, text) => belonging(screen, keysOf(text));
}

/** Every key with these words, on whichever screen. */
export function wordFinder(root: string, tag: string): (text: string) => readonly string[] {
  const exact = new Map<string, string[]>();
  const patterns: Pattern[] = [];
  for (const [key, text] of [...messagesIn(root, tag), ...piecesIn(root, tag)]) {
    const pieces = spaced(text).split(/\{[^{}]*\}/);
    const letters = pieces.join('').replace(/\P{L}/gu, '').length;
    if (letters < 2) continue;
    if (pieces.length === 1) exact.set(spaced(text), [...(exact.get(spaced(text)) ?? []), key]);
    else patterns.push({ key, letters, matches: new RegExp(`^${pieces.map(quoted).join('.+?')}$`, 'u') });
  }
  return (text) => {
    const words = spaced(text);
    return [...new Set(exact.get(words) ?? closest(patterns.filter(({ matches }) => matches.test(words))))];
  };
}

function messagesIn(root: string, tag: string): readonly (readonly [string, string])[] {
  return globSync(`locales/${tag}/*.json`, { cwd: root })
    .filter((file) => !besides.has(basename(file)))
    .flatMap((file) => {
      const area = basename(file, '.json');
      const { entries } = readJson(readFileSync(join(root, file), 'utf8'), file);
      return entries.flatMap(({ key, value }) => variantsOf(value).map((text) => [`${area}.${key}`, text] as const));
    });
}

function piecesIn(root: string, tag: string): readonly (readonly [string, string])[] {
  return globSync(`content/${tag}/*.md`, { cwd: root }).flatMap((file) =>
    piecesOfPage(readFileSync(join(root, file), 'utf8')).map(
      ({ index, text }) => [`page:${basename(file, '.md')}.${index}`, wordsOf(fromMarkdown(text))] as const,
    ),
  );
}

type Node = ReturnType<typeof fromMarkdown> | ReturnType<typeof fromMarkdown>['children'][number];

function wordsOf(node: Node): string {
  if ('children' in node) return node.children.map(wordsOf).join('');
  return 'value' in node ? node.value : ' ';
}

/** Those that say most by themselves: `{a} of {b}` fits much. */
function closest(patterns: readonly Pattern[]): readonly string[] {
  const most = Math.max(0, ...patterns.map(({ letters }) => letters));
  return patterns.filter(({ letters }) => letters === most).map(({ key }) => key);
}

/**
 * Of keys with the same words those that are called as the screen: on `ask-ports` `ask.ports.button`, not `start.button`.
 * Where none is, that of what stands around every page.
 */
function belonging(screen: string, keys: readonly string[]): readonly string[] {
  const names = screen.split('-');
  const shared = (key: string) => {
    const parts = key.replace(/^page:/, '').split(/[.-]/);
    const end = parts.findIndex((part, index) => part !== names[index]);
    return end === -1 ? parts.length : end;
  };
  const most = Math.max(0, ...keys.map(shared));
  const common = keys.filter((key) => key.startsWith('common.'));
  return most === 0 && common.length > 0 ? common : keys.filter((key) => shared(key) === most);
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function quoted(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
