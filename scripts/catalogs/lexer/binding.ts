/**
 * What a name stands for, as far as keys are concerned.
 * - `translator`: a `t` of a namespace
 * - `texts`: a constant with these possible texts (`*` for unknown parts)
 * - `object`: a constant whose properties are bindings, or properties of a component
 * - `import`: the name under which another file exports it
 * - `known`: a function of the file itself, or anything else that is surely no translator
 * - `other`: not told
 */
export type Binding =
  | { readonly kind: 'translator'; readonly namespaces: readonly string[] }
  | { readonly kind: 'texts'; readonly texts: readonly string[] }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Binding> }
  | { readonly kind: 'import'; readonly name: string }
  | { readonly kind: 'known' }
  | { readonly kind: 'other' };

export class Scope {
  readonly outer: Scope | undefined;
  readonly bindings: Map<string, Binding>;

  constructor(outer: Scope | undefined, bindings: Map<string, Binding>) {
    this.outer = outer;
    this.bindings = bindings;
  }

  find(name: string): Binding | undefined {
    return this.bindings.get(name) ?? this.outer?.find(name);
  }
}
