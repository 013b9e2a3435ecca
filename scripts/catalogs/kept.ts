// `--watch` looks again and again, and nearly everything is as it was. What follows from a thing that can't change is
// kept as long as that thing is.

/** The same function, which works out its answer once for each thing. */
export function kept<Thing extends object, Result>(make: (thing: Thing) => Result): (thing: Thing) => Result {
  const known = new WeakMap<Thing, { readonly result: Result }>();
  return (thing) => {
    const before = known.get(thing);
    if (before) return before.result;
    const result = make(thing);
    known.set(thing, { result });
    return result;
  };
}

/** The same for each name, as that of a language. */
export function keptByName<Thing extends object, Result>(
  make: (thing: Thing, name: string) => Result,
): (thing: Thing, name: string) => Result {
  const byName = kept(() => new Map<string, { readonly result: Result }>());
  return (thing, name) => {
    const known = byName(thing);
    const found = known.get(name) ?? { result: make(thing, name) };
    known.set(name, found);
    return found.result;
  };
}

/** The list of the last time where this one has the same things in it, so that what was made of it is kept. */
export function sameLists<Thing>(): (name: string, list: readonly Thing[]) => readonly Thing[] {
  const last = new Map<string, readonly Thing[]>();
  return (name, list) => {
    const before = last.get(name);
    if (before?.length === list.length && list.every((thing, index) => thing === before[index])) return before;
    last.set(name, list);
    return list;
  };
}
