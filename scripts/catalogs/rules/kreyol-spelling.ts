import { foreignWordJudge } from '../languages/foreign.ts';
import { ownProse } from '../languages/identify.ts';
import { kreyolFlaw } from '../languages/kreyol.ts';
import { namesOf } from '../languages/names.ts';
import type { Rule } from '../rule.ts';
import { small, wordsOf } from '../words.ts';

export const kreyolSpelling: Rule = {
  name: 'kreyol-spelling',
  why: 'Kreyòl in French letters reads as broken French: who learned to read Kreyòl at school stumbles over it.',
  look(tree) {
    const names = namesOf(tree);
    const foreign = foreignWordJudge(tree, 'ht');
    return (
      (ownProse(tree).get('ht') ?? [])
        // Countries, languages and states have foreign names in them.
        .filter(({ kind, place }) => kind !== 'name' || place.startsWith('words.calendar'))
        .flatMap((prose) => {
          const words = new Set(prose.texts.flatMap(wordsOf).filter((word) => !names.has(word)));
          return [...words].flatMap((word) => {
            const expected = kreyolFlaw(small(word));
            // A word of another language is told by `foreign-words`.
            if (expected === undefined || foreign(word, prose) !== undefined) return [];
            const { file, line, key } = prose;
            return [{ file, line, key, message: 'Not the official spelling of Kreyòl.', expected, found: word }];
          });
        })
    );
  },
};
