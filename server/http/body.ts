import type { Problem } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Room } from './room.ts';

/** Bytes. A photo of a cheap phone has 2 to 8 MB. */
const photoLimit = 10 * 1024 * 1024;
const bodyLimit = 64 * 1024;
const mostFields = 100;

export type Body = {
  readonly fields: Readonly<Record<string, string>>;
  readonly photo: Uint8Array | undefined;
};

/** How much of a body is kept. `large`: a photo may be in it; then its memory is taken from the room. */
export type BodyAllowance = { readonly kind: 'small' } | { readonly kind: 'large'; readonly room: Room };

/** Whether a body may have a photo: only a form of several parts holds one. */
export function mayHoldPhoto(request: Request): boolean {
  return mediaType(request.headers.get('content-type') ?? '') === 'multipart/form-data';
}

/** Of JSON: a tick, and the phone's marks, which refuse nobody whatever they are. Any other value is text or a number. */
const untyped: readonly string[] = ['accept', 'signals'];

/**
 * Reads a form (URL-encoded or multipart) or a JSON object, whose values become text. Kinds: `body-too-large`,
 * `unreadable-body`, `busy`, `fields` (`wrong-type`: a list is nobody's name).
 */
export async function readBody(request: Request, allowance: BodyAllowance): Promise<Result<Body, Problem>> {
  const allowsPhoto = allowance.kind === 'large';
  const read = await readBytes(request, allowance);
  if (!read.ok) return read;
  const bytes = read.value;
  const type = request.headers.get('content-type') ?? '';
  const parsed = await parse(bytes, type).catch(() => null);
  if (!parsed || Object.keys(parsed.fields).length > mostFields) return err({ kind: 'unreadable-body' });
  if ((parsed.photo?.length ?? 0) > photoLimit) return err({ kind: 'body-too-large' });
  if (parsed.wrongTypes.length > 0) {
    return err({ kind: 'fields', fields: parsed.wrongTypes.map((field) => ({ field, kind: 'wrong-type' })) });
  }
  return ok({ fields: parsed.fields, photo: allowsPhoto ? parsed.photo : undefined });
}

/**
 * A browser that is still sending hears no answer, only a broken line. So what isn't kept is read on and thrown away, up
 * to four times the limit; of a form of several parts up to four photos, since whoever isn't signed in any more may
 * still send hers.
 */
export async function readBytes(request: Request, allowance: BodyAllowance): Promise<Result<Uint8Array, Problem>> {
  if (!request.body) return ok(new Uint8Array());
  const limit = allowance.kind === 'large' ? photoLimit + bodyLimit : bodyLimit;
  const patience = 4 * (mayHoldPhoto(request) ? photoLimit : bodyLimit);
  const parts: Uint8Array[] = [];
  let failure: Problem | null = null;
  let length = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length > limit) failure ??= { kind: 'body-too-large' };
    else if (allowance.kind === 'large' && !failure && !allowance.room.take(request, part.length))
      failure = { kind: 'busy' };
    if (failure) parts.length = 0;
    else parts.push(part);
    if (length > patience) break;
  }
  return failure ? err(failure) : ok(Buffer.concat(parts));
}

type Parsed = Body & { readonly wrongTypes: readonly string[] };

/** Throws, or gives null, where the bytes are not what the type says. */
async function parse(bytes: Uint8Array, contentType: string): Promise<Parsed | null> {
  const type = mediaType(contentType);
  const none = { photo: undefined, wrongTypes: [] };
  if (bytes.length === 0) return { fields: {}, ...none };
  if (type === 'application/json') return { ...fieldsOfJson(readText(bytes)), photo: undefined };
  if (type === 'application/x-www-form-urlencoded') {
    return { fields: fieldsOf(new URLSearchParams(readText(bytes))), ...none };
  }
  if (type !== 'multipart/form-data') return null;
  const form = await new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': contentType },
  }).formData();
  const photo = form.get('photo');
  return {
    fields: fieldsOf([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    // A form without a file chosen sends an empty one.
    photo: photo instanceof File && photo.size > 0 ? new Uint8Array(await photo.arrayBuffer()) : undefined,
    wrongTypes: [],
  };
}

function mediaType(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}

function readText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** The first of two values with the same name counts. */
function fieldsOf(entries: Iterable<readonly [string, string]>): Readonly<Record<string, string>> {
  return Object.fromEntries([...entries].reverse());
}

function fieldsOfJson(text: string): Pick<Parsed, 'fields' | 'wrongTypes'> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('expected a JSON object');
  const given = Object.entries(value as Readonly<Record<string, unknown>>).filter(([, item]) => item !== null);
  return {
    fields: Object.fromEntries(
      given.map(([name, item]) => [name, typeof item === 'string' ? item : JSON.stringify(item)]),
    ),
    wrongTypes: given
      .filter(([name, item]) => typeof item !== 'string' && typeof item !== 'number' && !untyped.includes(name))
      .map(([name]) => name),
  };
}
