import type { Finding, Told } from './finding.ts';
import { candidatesOf, localeOfFile } from './publication.ts';
import type { Tree } from './tree.ts';

/** One thing that can be wrong. `why` tells a translator what it breaks. */
export type Rule = { readonly name: string; readonly why: string; readonly look: (tree: Tree) => readonly Told[] };

/** What the rules find. In a language that is not complete yet all of it is to look at: nobody is shown a word of it. */
export function findingsOf(rules: readonly Rule[], tree: Tree): readonly Finding[] {
  const unfinished = new Set(candidatesOf(tree).flatMap(({ tag, isComplete }) => (isComplete ? [] : [tag])));
  const severityOf = ({ file, severity = 'error' }: Told) => {
    const locale = localeOfFile(file);
    return locale && unfinished.has(locale) ? 'warning' : severity;
  };
  return rules.flatMap(({ name, look }) =>
    look(tree).map((told) => ({ ...told, severity: severityOf(told), rule: name })),
  );
}
