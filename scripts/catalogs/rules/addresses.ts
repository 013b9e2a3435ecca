import { addressesIn } from '../addresses.ts';
import { withExceptions } from '../exceptions.ts';
import type { Rule } from '../rule.ts';
import { inEachPair } from '../texts.ts';

export const addresses: Rule = withExceptions({
  name: 'addresses',
  why: 'A person would write or call to nobody, or to somebody who cheats her.',
  look: (tree) =>
    inEachPair(tree, ({ own, source }) => {
      const expected = addressesIn(source.spoken[0] ?? '');
      const found = addressesIn(own.spoken[0] ?? '');
      if (expected.join(' ') === found.join(' ')) return [];
      return [
        {
          message: 'Other web or mail addresses or phone numbers than in the source.',
          expected: expected.join(' '),
          found: found.join(' '),
        },
      ];
    }),
});
