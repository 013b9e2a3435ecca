import { ok, type Result } from '#core/result.ts';
import type { StorageFailure } from '../storage/database.ts';
import { forget, type Keeping, keep, listKept, readKept } from '../storage/sealed.ts';
import type { WaitingState } from '../worker-messages.ts';
import { isFromAnybody } from './may-wait.ts';

/** Something that she sent without a line. */
export type Waiting = {
  /** Its place in the order, and its idempotency key: `000012 6f1c…`. */
  readonly name: string;
  /** The route, such as `/api/registration/name`. */
  readonly path: string;
  /** The page whose form it was, such as `register/name?person=…`. */
  readonly page: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Of its one file, whose bytes are kept beside it. */
  readonly file: { readonly field: string; readonly type: string } | null;
  readonly state: WaitingState;
  /** Whose it is: the tag of the cookie `puente_whose`, empty for nobody's. */
  readonly whose: string;
  /** When she sent it by the phone's clock, in milliseconds since 1970. */
  readonly at: number;
};

type Stored = Omit<Waiting, 'name' | 'whose'>;

const bytesOf = (name: string) => `bytes ${name}`;

/** In the order in which they were sent, which a clock that was set meanwhile does not change. */
export async function allWaiting(): Promise<readonly Waiting[]> {
  await takeNobodys();
  const names = (await listKept('write')).map(({ name }) => name).filter((name) => /^\d/.test(name));
  const all: Waiting[] = [];
  for (const name of names.sort()) {
    const kept = await readKept('write', name);
    // Of an earlier version it has no state: sent once more, it gets one.
    const { state = 'waits', ...stored } = (kept?.value ?? {}) as Omit<Stored, 'state'> & Partial<Stored>;
    if (kept) all.push({ ...stored, state, name, whose: kept.whose });
  }
  return all;
}

/** What anybody may send, and was sent while nobody was known here: whoever is here now sends it, else it waits for nobody. */
async function takeNobodys(): Promise<void> {
  for (const { name } of await listKept('write', '', '')) {
    // Nobody is here still.
    if (await readKept('write', name)) continue;
    const value = (await readKept('write', name, ''))?.value as Stored | undefined;
    if (!value || !isFromAnybody(value.path)) continue;
    if ((await keep('write', name, value)).ok) await forget('write', name, '');
  }
}

/** Keeps what a form said when its line broke. `full` or `denied`: the phone could not. */
export async function letWait(path: string, form: FormData): Promise<Result<undefined, StorageFailure>> {
  const last = (await listKept('write')).map(({ name }) => Number.parseInt(name, 10) || 0);
  const name = `${String(Math.max(0, ...last) + 1).padStart(6, '0')} ${crypto.randomUUID()}`;
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const files = [...form].filter((entry): entry is [string, File] => typeof entry[1] !== 'string');
  const [field, chosen] = files.find(([, { size }]) => size > 0) ?? [];
  if (chosen) {
    // First: what waits without its photo would be sent without it.
    const bytes = await keep('write', bytesOf(name), new Uint8Array(await chosen.arrayBuffer()));
    if (!bytes.ok) return bytes;
  }
  const fields = Object.fromEntries(texts);
  const file = chosen && field ? { field, type: chosen.type } : null;
  const stored: Stored = { path, page: fields['page'] ?? '', fields, file, state: 'waits', at: Date.now() };
  const kept = await keep('write', name, stored);
  return kept.ok ? ok(undefined) : kept;
}

/** It stays, so that she sees what was not taken. */
export async function markRefused(
  { name, whose: _, ...stored }: Waiting,
  state: Exclude<WaitingState, 'waits'>,
): Promise<Keeping> {
  return keep('write', name, { ...stored, state } satisfies Stored);
}

export async function dropWaiting(name: string): Promise<void> {
  await forget('write', name);
  await forget('write', bytesOf(name));
}

/** As the form would have sent it. null: its file can't be read any more. */
export async function bodyOf({ name, fields, file }: Waiting): Promise<FormData | URLSearchParams | null> {
  if (!file) return new URLSearchParams(fields);
  const bytes = (await readKept('write', bytesOf(name)))?.value;
  if (!(bytes instanceof Uint8Array)) return null;
  const form = new FormData();
  for (const [field, text] of Object.entries(fields)) form.set(field, text);
  form.set(file.field, new Blob([bytes as Uint8Array<ArrayBuffer>], { type: file.type }), 'photo');
  return form;
}
