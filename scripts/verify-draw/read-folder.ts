import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from '#core/draw/result.ts';

const drawJson = z.strictObject({
  reveals: z.array(z.string()),
  drandSignature: z.string().nullable(),
  slotKey: z.string(),
  seed: z.string(),
  resultHash: z.string(),
  slotRoot: z.string(),
  cutOffs: z.record(z.string(), z.strictObject({ oldest: z.string().nullable(), shuffled: z.string().nullable() })),
});

/** The texts of a published draw's files, and what its `draw.json` says. */
export type Published = Readonly<z.infer<typeof drawJson>> & {
  readonly pool: string;
  readonly capacity: string;
  readonly announcement: string;
  readonly result: string;
  readonly slots: string;
  /** `freed.txt`: places that came back after the draw; null where there is none. */
  readonly freed: string | null;
};

export type FolderError = {
  readonly kind: 'file-missing' | 'file-not-utf8' | 'draw-json-not-json' | 'draw-json-form';
  readonly file: string;
  readonly detail: string;
};

export function readFolder(folder: string): Result<Published, FolderError> {
  const texts: Record<string, string> = {};
  for (const file of ['capacity.json', 'announcement.json', 'pool.tsv', 'draw.json', 'result.tsv', 'slots.tsv']) {
    const text = readText(folder, file);
    if (!text.ok) return text;
    texts[file] = text.value;
  }
  const freed = existsSync(join(folder, 'freed.txt')) ? readText(folder, 'freed.txt') : ok(null);
  if (!freed.ok) return freed;
  const draw = parseDrawJson(texts['draw.json'] ?? '');
  if (!draw.ok) return draw;
  return ok({
    ...draw.value,
    pool: texts['pool.tsv'] ?? '',
    capacity: texts['capacity.json'] ?? '',
    announcement: texts['announcement.json'] ?? '',
    result: texts['result.tsv'] ?? '',
    slots: texts['slots.tsv'] ?? '',
    freed: freed.value,
  });
}

function readText(folder: string, file: string): Result<string, FolderError> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(folder, file));
  } catch (error) {
    return err({ kind: 'file-missing', file, detail: String(error) });
  }
  try {
    // Strict, and a byte order mark is kept: what is hashed later are these bytes and no others.
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch (error) {
    return err({ kind: 'file-not-utf8', file, detail: String(error) });
  }
}

function parseDrawJson(text: string): Result<z.infer<typeof drawJson>, FolderError> {
  const file = 'draw.json';
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return err({ kind: 'draw-json-not-json', file, detail: String(error) });
  }
  const draw = drawJson.safeParse(json);
  return draw.success ? ok(draw.data) : err({ kind: 'draw-json-form', file, detail: z.prettifyError(draw.error) });
}
