import { randomBytes } from 'node:crypto';

type Entry<Value> = { readonly value: Value; readonly until: number };

/** Values under names that nobody can guess, in memory alone: a restart forgets them. */
export type Shelf<Value> = {
  /** The new name: 32 random bytes. */
  put(value: Value): string;
  find(name: string | undefined): Value | undefined;
  drop(name: string | undefined): void;
};

type Kept = {
  readonly seconds: number;
  /** The oldest go first, so that nobody fills the memory by beginning to sign in. */
  readonly most: number;
  /** Milliseconds. */
  readonly now: () => number;
};

export function makeShelf<Value>({ seconds, most, now }: Kept): Shelf<Value> {
  const entries = new Map<string, Entry<Value>>();
  return {
    put(value) {
      const name = randomBytes(32).toString('base64url');
      entries.set(name, { value, until: now() + seconds * 1000 });
      // A map keeps the order in which it was filled.
      for (const oldest of entries.keys()) {
        if (entries.size <= most) break;
        entries.delete(oldest);
      }
      return name;
    },
    find(name = '') {
      const entry = entries.get(name);
      if (entry && now() < entry.until) return entry.value;
      entries.delete(name);
      return undefined;
    },
    drop(name = '') {
      entries.delete(name);
    },
  };
}
