import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const figureSchema = z.object({
  measure: z.string(),
  /** The page's path without its language, `start` for the first one; behind it the state, such as `status, waiting`. */
  screen: z.string(),
  locale: z.string(),
  value: z.number(),
  brotli: z.number().optional(),
  /** What to look for where it is too much. */
  note: z.string().optional(),
});

/** What one screen has in one language; of bytes those of gzip, and of brotli where that was seen, too. */
export type Figure = {
  readonly measure: string;
  readonly screen: string;
  readonly locale: string;
  readonly value: number;
  readonly brotli?: number | undefined;
  readonly note?: string | undefined;
};

/** What a walk through the screens left in this folder, a file each. */
export function collectSeen(folder: string): readonly Figure[] {
  return globSync('*.json', { cwd: folder }).flatMap((name) =>
    z.array(figureSchema).parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  );
}
