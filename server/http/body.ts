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

export type BodyFailure = { readonly kind: 'body-too-large' | 'unreadable-body' | 'busy' };

/** How much of a body is kept. `large`: a photo may be in it; then its memory is taken from the room. */
export type BodyAllowance = { readonly kind: 'small' } | { readonly kind: 'large'; readonly room: Room };

/** Whether a body may have a photo: only a form of several parts holds one. */
export function mayHoldPhoto(request: Request): boolean {
  return mediaType(request.headers.get('content-type') ?? '') === 'multipart/form-data';
}

/** Reads a form (URL-encoded or multipart) or a JSON object. Values are text; what JSON nests stays JSON. */
export async function readBody(request: Request, allowance: BodyAllowance): Promise<Result<Body, BodyFailure>> {
  const allowsPhoto = allowance.kind === 'large';
  const read = await readBytes(request, allowance);
  if (!read.ok) return read;
  const bytes = read.value;
  const type = request.headers.get('content-type') ?? '';
  const parsed = await parse(bytes, type).catch(() => null);
  if (!parsed || Object.keys(parsed.fields).length > mostFields) return err({ kind: 'unreadable-body' });
  if ((parsed.photo?.length ?? 0) > photoLimit) return err({ kind: 'body-too-large' });
  return ok(allowsPhoto ? parsed : { fields: parsed.fields, photo: undefined });
}

/**
 * A browser that is still sending hears no answer, only a broken line. So what isn't kept is read on and thrown away, up
 * to four times the limit; of a form of several parts up to four photos, since whoever isn't signed in any more may
 * still send hers.
 */
async function readBytes(request: Request, allowance: BodyAllowance): Promise<Result<Uint8Array, BodyFailure>> {
  if (!request.body) return ok(new Uint8Array());
  const limit = allowance.kind === 'large' ? photoLimit + bodyLimit : bodyLimit;
  const patience = 4 * (mayHoldPhoto(request) ? photoLimit : bodyLimit);
  const parts: Uint8Array[] = [];
  let failure: BodyFailure | null = null;
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

/** Throws, or gives null, where the bytes are not what the type says. */
async function parse(bytes: Uint8Array, contentType: string): Promise<Body | null> {
  const type = mediaType(contentType);
  if (bytes.length === 0) return { fields: {}, photo: undefined };
  if (type === 'application/json') return { fields: fieldsOfJson(readText(bytes)), photo: undefined };
  if (type === 'application/x-www-form-urlencoded') {
    return { fields: fieldsOf(new URLSearchParams(readText(bytes))), photo: undefined };
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

function fieldsOfJson(text: string): Readonly<Record<string, string>> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('expected a JSON object');
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([name, item]) => [name, typeof item === 'string' ? item : JSON.stringify(item)]),
  );
}
