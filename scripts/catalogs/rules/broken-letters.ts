import { broken, isBroken } from '../broken.ts';
import type { Rule } from '../rule.ts';
import { around, inEachText } from '../texts.ts';

export const brokenLetters: Rule = {
  name: 'broken-letters',
  why: 'The text was damaged on its way: a person reads “EnfÃ²masyon”, or a search finds nothing.',
  look: (tree) =>
    inEachText(tree, (spoken) => {
      const index = isBroken(spoken) ? spoken.search(broken) : -1;
      const composed = spoken.normalize('NFC');
      return [
        ...(index === -1
          ? []
          : [
              {
                message: 'Letters that were read in another encoding.',
                expected: 'the letter itself',
                found: around(spoken, index),
              },
            ]),
        ...(composed === spoken
          ? []
          : [
              {
                message: 'A letter and its accent are two signs.',
                expected: 'one sign for both (Unicode NFC)',
                found: spoken,
                fix: `Write: ${composed}`,
              },
            ]),
      ];
    }),
};
