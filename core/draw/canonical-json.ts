import { isText } from './forms.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

/**
 * RFC 8785: members sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript writes them.
 * Throws on what the RFC forbids (a number that is not finite, a lone surrogate): the readers let neither in.
 */
export function canonicalJson(value: Json): string {
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([name, member]) => `${canonicalJson(name)}:${canonicalJson(member)}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`expected a finite number, found ${value}`);
  if (typeof value === 'string' && !isText(value)) throw new Error('expected text without lone surrogates');
  return JSON.stringify(value);
}

/** The value that a text holds, or undefined (which JSON can't hold) where the text isn't JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The object, if it has exactly these members. */
export function exactMembers<Name extends string>(
  value: unknown,
  names: readonly Name[],
): Readonly<Record<Name, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const hasAll = names.every((name) => Object.hasOwn(value, name));
  return hasAll && Object.keys(value).length === names.length ? (value as Record<Name, unknown>) : undefined;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
