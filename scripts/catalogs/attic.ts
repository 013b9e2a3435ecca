import { z } from 'zod';

/**
 * What `locales/<tag>/attic.json` keeps of a message that was removed, by its whole key: the text, and in a translation
 * its line of `status.json`, by which a text that comes back under another English is stale.
 */
const attic = z.record(z.string(), z.strictObject({ text: z.string(), status: z.string().optional() }));
export type Attic = z.infer<typeof attic>;

export function parseAttic(text: string): Attic {
  return attic.parse(JSON.parse(text));
}

export type Group = { [key: string]: string | Group };

/** One language: its areas, its states, what was removed. */
export type Catalogs = {
  readonly areas: ReadonlyMap<string, Group>;
  readonly statuses: Readonly<Record<string, string>>;
  readonly attic: Attic;
};

/** Moves what `isGone` to the attic, and brings back what was `added` to the source and once was there. */
export function throughAttic(
  { areas, statuses, attic: old }: Catalogs,
  { isGone, added }: { readonly isGone: (key: string) => boolean; readonly added: ReadonlySet<string> },
): Catalogs & { readonly stored: readonly string[]; readonly restored: readonly string[] } {
  const stored: string[] = [];
  const restored: string[] = [];
  const attic = new Map(Object.entries(old));
  const states = new Map(Object.entries(statuses));
  const kept = new Map([...areas].map(([area, group]) => [area, without(group, area)] as const));
  for (const [key, { text, status }] of Object.entries(old)) {
    if (!added.has(key)) continue;
    const [area = '', ...path] = key.split('.');
    put(kept.get(area) ?? make(area), path, text);
    if (status !== undefined) states.set(key, status);
    attic.delete(key);
    restored.push(key);
  }
  return { areas: kept, statuses: Object.fromEntries(states), attic: Object.fromEntries(attic), stored, restored };

  function make(area: string): Group {
    const group: Group = {};
    kept.set(area, group);
    return group;
  }

  function without(group: Group, path: string): Group {
    const left: Group = {};
    for (const [name, value] of Object.entries(group)) {
      const key = `${path}.${name}`;
      if (typeof value !== 'string') {
        const inner = without(value, key);
        if (Object.keys(inner).length > 0) left[name] = inner;
      } else if (isGone(key)) {
        const status = states.get(key);
        // An empty text is nothing to keep.
        if (value !== '') attic.set(key, { text: value, ...(status === undefined ? {} : { status }) });
        states.delete(key);
        stored.push(key);
      } else {
        left[name] = value;
      }
    }
    return left;
  }
}

function put(group: Group, [name = '', ...rest]: readonly string[], text: string): void {
  if (rest.length === 0) {
    group[name] = text;
    return;
  }
  const inner = group[name];
  const next: Group = typeof inner === 'object' ? inner : {};
  group[name] = next;
  put(next, rest, text);
}
