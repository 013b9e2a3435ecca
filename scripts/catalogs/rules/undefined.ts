import { sourceLocale } from '#core/language/locales.ts';
import { covers, enumerations, keysOf } from '../enumerations.ts';
import type { Rule } from '../rule.ts';
import { areaOf, brokenAreas, messagesOf } from '../tree.ts';

const enumerated = enumerations.flatMap(keysOf);

export const undefinedKey: Rule = {
  name: 'undefined',
  why: 'The page that asks for it could not be built.',
  look(tree) {
    const source = messagesOf(tree, sourceLocale);
    const broken = brokenAreas(tree, sourceLocale);
    return tree.uses
      .filter(({ kind, key }) => kind === 'key' && !broken.has(areaOf(key)) && !isDefined(key))
      .map(({ key, file, line }) => ({
        file,
        line,
        key,
        message: key.includes('*')
          ? 'No list of the core tells which values the * can have.'
          : `The key is not in locales/${sourceLocale}/${areaOf(key)}.json.`,
        expected: key.includes('*') ? 'a pattern of scripts/catalogs/enumerations.ts' : 'a key of the source',
        found: key,
        fix: key.includes('*') ? 'Add the pattern with its list of values there.' : 'npm run catalogs:extract -- --add',
      }));

    function isDefined(key: string): boolean {
      return key.includes('*') ? enumerated.some((name) => covers(key, name)) : source.has(key);
    }
  },
};
