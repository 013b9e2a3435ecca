import { withExceptions } from '../exceptions.ts';
import type { Told } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { pairsOf } from '../texts.ts';
import { groupsOf } from './same-source.ts';

/** To look at: a text can have been copied to the wrong key, or two things have lost their difference. */
export const sameTranslation: Rule = withExceptions({
  name: 'same-translation',
  why: 'Two different things with one name: a person cannot tell which of the two she chooses.',
  look: (tree) =>
    groupsOf(pairsOf(tree), ({ own }) => own.value).flatMap((pairs) => {
      const [first, ...others] = pairs;
      return others.flatMap(({ own, source }): readonly Told[] =>
        !first || folded(source.value) === folded(first.source.value)
          ? []
          : [
              {
                file: own.file,
                line: own.line,
                key: own.key,
                severity: 'warning',
                message: `The same words as ${first.own.key}, which is “${first.source.value}” in English.`,
                expected: `words for “${source.value}”`,
                found: own.value,
              },
            ],
      );
    }),
});

/** English tells some things apart that nobody else has to: capital letters and marks. */
function folded(text: string): string {
  return text.toLowerCase().replace(/[\s\p{P}]+/gu, ' ');
}
