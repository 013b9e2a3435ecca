import type { Finding, Told } from './finding.ts';
import type { Tree } from './tree.ts';

/** One thing that can be wrong. `why` tells a translator what it breaks. */
export type Rule = { readonly name: string; readonly why: string; readonly look: (tree: Tree) => readonly Told[] };

export function findingsOf(rules: readonly Rule[], tree: Tree): readonly Finding[] {
  return rules.flatMap(({ name, look }) =>
    look(tree).map((told) => ({ severity: 'error' as const, ...told, rule: name })),
  );
}
