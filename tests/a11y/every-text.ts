import { covers } from '../../scripts/catalogs/enumerations.ts';
import { variantsOf } from '../../scripts/catalogs/variants.ts';
import { wordFinder } from '../../scripts/screens/keys-of-texts.ts';
import { readShown } from '../support/shown-texts.ts';
import { flatten, messagesOf } from '../support/words.ts';
import { oneIsEnough, onNoScreen } from './texts-beside.ts';

/**
 * A state is what makes a sentence appear. So each text of the catalogs stood on a screen that was looked at, or is one of
 * `texts-beside.ts`. Gives the keys of those that did not, of all that a whole run of the browser tests saw.
 */
export function neverSeen(looked: string, root: string): readonly string[] {
  const keys = new Set<string>();
  const all = flatten(messagesOf('en'));
  let missing = missingFrom(keys, all);
  for (const [locale, texts] of mostFirst(readShown(looked))) {
    if (missing.length === 0) break;
    const keysOf = wordFinder(root, locale);
    for (const text of texts) for (const key of keysOf(text)) keys.add(key);
    missing = missingFrom(keys, all);
  }
  return missing;
}

type Shown = ReturnType<typeof readShown>;

/** The language of most screens shows nearly all there is. */
function mostFirst(shown: Shown): readonly (readonly [locale: string, texts: ReadonlySet<string>])[] {
  return [...shown].toSorted(([, some], [, others]) => others.size - some.size);
}

/** Of all texts those that are neither seen nor excused; a family of which one has to be seen by its pattern. */
export function missingFrom(
  seen: ReadonlySet<string>,
  all: readonly (readonly [key: string, text: string])[],
): readonly string[] {
  const families = oneIsEnough.map(({ family }) => family);
  const beside = onNoScreen.flatMap(({ texts }) => texts);
  const missing = all
    .filter(([key, text]) => !seen.has(key) && hasWords(text) && !beside.some((pattern) => covers(pattern, key)))
    .map(([key]) => key)
    .filter((key) => !families.some((family) => covers(family, key)));
  const lost = families.filter((family) => ![...seen].some((key) => covers(family, key)));
  return [...missing, ...lost];
}

/** `{city} — {port}` fits anything, so that no screen proves it. */
function hasWords(text: string): boolean {
  return variantsOf(text).some((variant) => variant.replaceAll(/\{[^{}]*\}|\P{L}/gu, '').length > 1);
}
