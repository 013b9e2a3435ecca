import { exactMembers, parseJson } from '#core/draw/canonical-json.ts';
import type { PublicOpenings } from '#core/draw/commitments.ts';
import type { CutOffs } from '#core/draw/cut-offs.ts';
import { err, ok, type Result } from '#core/draw/result.ts';

/** The bytes of a draw's files, by name. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** What `draw.json` says. */
type DrawJson = PublicOpenings & {
  readonly seed: string;
  readonly resultHash: string;
  readonly slotRoot: string;
  readonly cutOffs: CutOffs;
};

const needed = ['capacity.json', 'announcement.json', 'pool.tsv', 'draw.json', 'result.tsv'] as const;

/**
 * `slots.tsv` is there for those who have the slot key. What a season publishes besides: `season.json` before its first
 * draw, `cosignatures.json`, `summary.json`, `draws.tsv` (the log of draws), `freed.txt` (places that came back).
 */
const optional = ['slots.tsv', 'season.json', 'cosignatures.json', 'summary.json', 'draws.tsv', 'freed.txt'] as const;

type Needed = (typeof needed)[number];
type Optional = (typeof optional)[number];
export type Texts = Readonly<Record<Needed, string> & Partial<Record<Optional, string>>>;
export type Published = { readonly texts: Texts; readonly draw: DrawJson };

export type FileError = {
  readonly kind:
    | 'file-missing'
    | 'file-unreadable'
    | 'file-unneeded'
    | 'file-not-utf8'
    | 'draw-json-not-json'
    | 'draw-json-form';
  readonly file: string;
};

export const fileNames: readonly string[] = [...needed, ...optional];

export function readPublished(files: Files): Result<Published, FileError> {
  const texts: Partial<Record<string, string>> = {};
  for (const file of fileNames) {
    const bytes = files.get(file);
    if (!bytes) continue;
    const text = strictText(bytes);
    if (text === undefined) return err({ kind: 'file-not-utf8', file });
    texts[file] = text;
  }
  const missing = needed.find((file) => texts[file] === undefined);
  if (missing) return err({ kind: 'file-missing', file: missing });
  const draw = parseDrawJson(texts['draw.json'] ?? '');
  if (!draw.ok) return draw;
  const isSlotted = texts['slots.tsv'] !== undefined;
  if (draw.value.slotKey !== null && !isSlotted) return err({ kind: 'file-missing', file: 'slots.tsv' });
  if (draw.value.slotKey === null && isSlotted) return err({ kind: 'file-unneeded', file: 'slots.tsv' });
  // Keys to check the signatures with.
  const isSigned = texts['cosignatures.json'] !== undefined;
  if (isSigned && texts['season.json'] === undefined) return err({ kind: 'file-missing', file: 'season.json' });
  return ok({ texts: texts as Texts, draw: draw.value });
}

/** A byte order mark is kept: what is hashed later are these bytes and no others. */
function strictText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parseDrawJson(text: string): Result<DrawJson, FileError> {
  const file = 'draw.json';
  const json = parseJson(text);
  if (json === undefined) return err({ kind: 'draw-json-not-json', file });
  const names = ['reveals', 'drandSignature', 'slotKey', 'seed', 'resultHash', 'slotRoot', 'cutOffs'] as const;
  const top = exactMembers(json, names);
  const cutOffs = top && readCutOffs(top.cutOffs);
  if (!top || !cutOffs || !Array.isArray(top.reveals)) return err({ kind: 'draw-json-form', file });
  const { reveals, drandSignature, slotKey, seed, resultHash, slotRoot } = top;
  const texts: readonly unknown[] = [...(reveals as readonly unknown[]), seed, resultHash, slotRoot];
  if (!texts.every(isString) || !isStringOrNull(drandSignature) || !isStringOrNull(slotKey))
    return err({ kind: 'draw-json-form', file });
  const read = { reveals, drandSignature, slotKey, seed, resultHash, slotRoot, cutOffs };
  return ok(read as DrawJson);
}

function readCutOffs(value: unknown): CutOffs | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const ports = Object.entries(value).map(
    ([port, entry]) => [port, exactMembers(entry, ['oldest', 'shuffled'])] as const,
  );
  const isRight = ports.every(([, lists]) => lists && isStringOrNull(lists.oldest) && isStringOrNull(lists.shuffled));
  return isRight ? (Object.fromEntries(ports) as CutOffs) : undefined;
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isStringOrNull(value: unknown): value is string | null {
  return value === null || isString(value);
}
