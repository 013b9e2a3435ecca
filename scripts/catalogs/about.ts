import { isLiteralElement, isPoundElement, isTagElement } from '@formatjs/icu-messageformat-parser';
import { z } from 'zod';
import { covers, patternOf } from './enumerations.ts';
import { elementsOf } from './icu.ts';
import type { KeyUse } from './lexer.ts';

const leaf = z.union([z.string(), z.strictObject({ about: z.string(), max: z.int().positive().optional() })]);
const shape = z.record(z.string(), leaf);

/** What a translator has to know about a message; `max`: the most signs that there is room for, in any language. */
export type About = { readonly about: string; readonly max?: number | undefined };

export type AboutEntry = About & {
  /** Area first; a `*` stands for one part or a piece of it, as in `enumerations.ts`. */
  readonly key: string;
  readonly file: string;
  readonly line: number;
};

/** `locales/en/about/<area>.jsonc`. */
export type AboutFile = {
  readonly area: string;
  readonly file: string;
  readonly entries: readonly AboutEntry[];
  /** What is wrong with the file; it has no entries then. */
  readonly flaw?: { readonly line: number; readonly found: string } | undefined;
};

/** Reads the descriptions of one area: flat, one key a line, `"ways.title": "…"` or `{ "about": "…", "max": 30 }`. */
export function readAbouts(text: string, { area, file }: { readonly area: string; readonly file: string }): AboutFile {
  try {
    const lines = linesOf(text);
    const entries = Object.entries(shape.parse(JSON.parse(text))).map(([name, value]) => ({
      ...(typeof value === 'string' ? { about: value } : value),
      key: `${area}.${name}`,
      file,
      line: lines.get(name) ?? 1,
    }));
    return { area, file, entries };
  } catch (error) {
    return { area, file, entries: [], flaw: flawOf(error) };
  }
}

/** The file of one area again, a line an entry. */
export function writeAbouts(entries: readonly (About & { readonly key: string })[]): string {
  const lines = entries.map(({ key, about, max }) => {
    const text = JSON.stringify(about);
    const value = max === undefined ? text : `{ "about": ${text}, "max": ${max} }`;
    return `  ${JSON.stringify(key.slice(key.indexOf('.') + 1))}: ${value}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

function linesOf(text: string): ReadonlyMap<string, number> {
  const lines = new Map<string, number>();
  for (const [index, line] of text.split('\n').entries()) {
    const name = /^ {0,2}"([^"]+)":/.exec(line)?.[1];
    if (name === undefined) continue;
    if (lines.has(name)) throw new Twice(name, index + 1);
    lines.set(name, index + 1);
  }
  return lines;
}

class Twice extends Error {
  readonly line: number;
  constructor(name: string, line: number) {
    super(`"${name}" twice`);
    this.line = line;
  }
}

function flawOf(error: unknown): { readonly line: number; readonly found: string } {
  if (error instanceof Twice) return { line: error.line, found: error.message };
  if (error instanceof z.ZodError) return { line: 1, found: z.prettifyError(error) };
  const found = error instanceof Error ? error.message : String(error);
  return { line: Number(/line (\d+)/.exec(found)?.[1] ?? 1), found };
}

/** The description of each key: its own, or that of the closest pattern (fewest `*`, then the longest). */
export function aboutByKey(files: readonly AboutFile[], keys: readonly string[]): ReadonlyMap<string, AboutEntry> {
  const exact = new Map(files.flatMap(({ entries }) => entries.map((entry) => [entry.key, entry] as const)));
  const patterns = new Map(files.map(({ area, entries }) => [area, patternsOf(entries)]));
  return new Map(
    keys.flatMap((key) => {
      const ofArea = patterns.get(key.slice(0, key.indexOf('.'))) ?? [];
      const entry = exact.get(key) ?? ofArea.find(({ matches }) => matches.test(key))?.entry;
      return entry ? [[key, entry] as const] : [];
    }),
  );
}

function patternsOf(
  entries: readonly AboutEntry[],
): readonly { readonly entry: AboutEntry; readonly matches: RegExp }[] {
  return entries
    .filter(({ key }) => key.includes('*'))
    .sort((one, other) => starsIn(one.key) - starsIn(other.key) || other.key.length - one.key.length)
    .map((entry) => ({ entry, matches: patternOf(entry.key) }));
}

function starsIn(key: string): number {
  return key.split('*').length - 1;
}

/** What the program fills in, as a description has to name it; the number that only chooses goes by its text beside it. */
export function filledIn(message: string): readonly string[] {
  const names = elementsOf(message).flatMap((element) => {
    if (isLiteralElement(element) || isPoundElement(element)) return [];
    return [isTagElement(element) ? `<${element.value}>` : `{${element.value}}`];
  });
  return [...new Set(names)];
}

/** Where a message is used, as `app/page.tsx:12`; for translators, so it is told anew each time and never stored. */
export function placesOf(key: string, uses: readonly KeyUse[]): readonly string[] {
  const own = uses.filter((use) => use.key === key || (use.key.includes('*') && covers(use.key, key)));
  return [...new Set(own.map(({ file, line }) => `${file}:${line}`))];
}
