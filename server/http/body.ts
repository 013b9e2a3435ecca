import { err, ok, type Result } from '#core/result.ts';

/** Bytes. A photo of a cheap phone has 2 to 8 MB. */
const photoLimit = 10 * 1024 * 1024;
const bodyLimit = 64 * 1024;
const mostFields = 100;

export type Body = {
  readonly fields: Readonly<Record<string, string>>;
  readonly photo: Uint8Array | undefined;
};

export type BodyFailure = { readonly kind: 'body-too-large' | 'unreadable-body' };

/** Reads a form (URL-encoded or multipart) or a JSON object. Values are text; what JSON nests stays JSON. */
export async function readBody(request: Request, allowsPhoto: boolean): Promise<Result<Body, BodyFailure>> {
  const limit = allowsPhoto ? photoLimit + bodyLimit : bodyLimit;
  const bytes = await readBytes(request, limit);
  if (!bytes) return err({ kind: 'body-too-large' });
  const type = request.headers.get('content-type') ?? '';
  const parsed = await parse(bytes, type).catch(() => null);
  if (!parsed || Object.keys(parsed.fields).length > mostFields) return err({ kind: 'unreadable-body' });
  if ((parsed.photo?.length ?? 0) > photoLimit) return err({ kind: 'body-too-large' });
  return ok(allowsPhoto ? parsed : { fields: parsed.fields, photo: undefined });
}

/**
 * A browser that is still sending hears no answer, only a broken line. So what is too long is read on and thrown away,
 * up to four times the limit.
 */
async function readBytes(request: Request, limit: number): Promise<Uint8Array | null> {
  if (!request.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += part.length;
    if (length <= limit) parts.push(part);
    else parts.length = 0;
    if (length > 4 * limit) break;
  }
  return length > limit ? null : Buffer.concat(parts);
}

/** Throws, or gives null, where the bytes are not what the type says. */
async function parse(bytes: Uint8Array, contentType: string): Promise<Body | null> {
  const type = contentType.split(';')[0]?.trim().toLowerCase();
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
