import { withExceptions } from '../exceptions.ts';
import type { Told } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { type Pair, pairsOf } from '../texts.ts';

/** To look at: one English word can be two in another language, and then an exception says which. */
export const sameSource: Rule = withExceptions({
  name: 'same-source',
  why: 'One thing with two names looks like two things: a person searches for the button that a text tells of.',
  look: (tree) =>
    groupsOf(pairsOf(tree), ({ source }) => source.value).flatMap((pairs) => {
      const [first, ...others] = pairs;
      return others.flatMap(({ own, source }): readonly Told[] =>
        !first || own.key === first.own.key || own.value === first.own.value
          ? []
          : [
              {
                file: own.file,
                line: own.line,
                key: own.key,
                severity: 'warning',
                message: `“${source.value}” is said otherwise in ${first.own.key}.`,
                expected: first.own.value,
                found: own.value,
              },
            ],
      );
    }),
});

/** Messages of one language that are alike in something; blocks of long texts are whole paragraphs and left out. */
export function groupsOf(pairs: readonly Pair[], alike: (pair: Pair) => string): readonly (readonly Pair[])[] {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) {
    if (pair.own.page !== undefined) continue;
    const name = `${pair.own.locale}\n${alike(pair)}`;
    const group = groups.get(name);
    if (group) group.push(pair);
    else groups.set(name, [pair]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
