import { sourceLocale } from '#core/language/locales.ts';
import { proseOf } from '../prose.ts';
import type { Tree } from '../tree.ts';
import { wordsOf } from '../words.ts';

/** Names, units and abbreviations that stay as they are in every language and script. */
const names =
  `Puente hCaptcha WCAG AA QR PDF ZIP GPS PIN SMS URL ID USB OpenID JavaScript WebGL Wi-Fi Android iPhone Chrome
  Firefox Safari Esc cookies cm kg km min OK X A Z O El Del del Ciudad Juárez Tapachula Tijuana Latn`.split(/\s+/);

const read = new WeakMap<Tree, ReadonlySet<string>>();

/** These names, and those of ports and towns in the English catalogs. */
export function namesOf(tree: Tree): ReadonlySet<string> {
  const known = read.get(tree);
  if (known) return known;
  const ports = (proseOf(tree).get(sourceLocale) ?? []).filter(({ key }) =>
    /^port\.[^.]+\.(name|across|entrance)$/.test(key),
  );
  const words = ports.flatMap(({ texts }) => texts.flatMap(wordsOf)).filter((word) => /^\p{Lu}/u.test(word));
  const found = new Set([...names, ...words]);
  read.set(tree, found);
  return found;
}
