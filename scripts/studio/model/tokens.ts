import { isPluralElement, isSelectElement } from '@formatjs/icu-messageformat-parser';
import { filledIn } from '../../catalogs/about.ts';
import { elementsOf } from '../../catalogs/icu.ts';

/** What the English has that is moved and never changed. `after` is set for what encloses words. */
export type Token = { readonly shown: string; readonly before: string; readonly after: string };

/** `{name}` and `<link>…</link>`, each once; what only chooses between forms is none. */
export function tokensOf(source: string): readonly Token[] {
  const choosers = new Set(
    elementsOf(source).flatMap((one) => (isPluralElement(one) || isSelectElement(one) ? [`{${one.value}}`] : [])),
  );
  return filledIn(source)
    .filter((name) => !choosers.has(name))
    .map((name) => {
      if (name.startsWith('{')) return { shown: name, before: name, after: '' };
      const after = name.replace('<', '</');
      return { shown: `${name}…${after}`, before: name, after };
    });
}
