import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const shape = z.record(z.string(), z.string());

/** What translators wrote about texts, by key. The ending keeps the file out of the program, as that of `about/*.jsonc`. */
export function commentsPath(locale: string): string {
  return `locales/${locale}/comments.jsonc`;
}

/** None where there is no file. A malformed one throws: writing it anew would lose what it says. */
export function readComments(root: string, locale: string): ReadonlyMap<string, string> {
  const path = join(root, commentsPath(locale));
  if (!existsSync(path)) return new Map();
  return new Map(Object.entries(shape.parse(JSON.parse(readFileSync(path, 'utf8')))));
}

/** A note without words is none. */
export function writtenComments(comments: ReadonlyMap<string, string>): string {
  const said = [...comments].filter(([, comment]) => comment !== '');
  return `${JSON.stringify(Object.fromEntries(said), null, 2)}\n`;
}
