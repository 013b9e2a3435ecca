import type { TranslatedLocale } from '#core/language/locales.ts';
import { bareUnitsOf } from '../../catalogs/exchange/units.ts';
import type { Rule } from '../../catalogs/rule.ts';
import type { Tree } from '../../catalogs/tree.ts';
import { flawedKeys } from './findings.ts';
import type { Filter, KnownKeys } from './list.ts';
import { placeFinder, screenCalled, unitsOn } from './screens.ts';

type Question = { readonly locale: TranslatedLocale; readonly filter: Filter; readonly rules: readonly Rule[] };

/** What a filter may want to know of the texts of a language; looked for at most once, and only when it does. */
export function knownKeys(tree: Tree, { locale, filter, rules }: Question): KnownKeys {
  return {
    flawed: once(() => flawedKeys(tree, locale, rules)),
    onScreen: once(() => {
      const screen = screenCalled(tree.root, locale, filter.screen);
      const units = screen ? unitsOn(screen, bareUnitsOf(tree, locale), placeFinder(tree, locale)) : [];
      return new Set(units.map(({ key }) => key));
    }),
  };
}

function once<Result>(find: () => Result): () => Result {
  let found: { readonly result: Result } | undefined;
  return () => (found ??= { result: find() }).result;
}
