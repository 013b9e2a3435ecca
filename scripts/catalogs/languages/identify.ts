import { kept, keptByName } from '../kept.ts';
import { hole, type Prose, proseOf } from '../prose.ts';
import type { Tree } from '../tree.ts';
import { rowOf, small } from '../words.ts';
import { describedLocales, functionWords } from './function-words.ts';

/**
 * Which language a text is in, told by two detectors that know nothing of each other: the frequency of groups of three
 * letters in the project's own catalogs, and the share of the small words of each language. Packages for this know no
 * Haitian Creole or take it for French; below 40 letters none is worth anything.
 */
type Detector = (text: string) => string | undefined;
type Identifier = (text: string, own: string) => string | undefined;

const fewestLetters = 40;

/** The other language that both detectors find; undefined where the text is short or in its own, or they differ, or are not sure. */
function identifier(tree: Tree): Identifier {
  let byTrigrams: Detector | undefined;
  return (text, own) => {
    if (text.length < fewestLetters || (text.match(/\p{L}/gu)?.length ?? 0) < fewestLetters) return undefined;
    const found = byFunctionWords(text);
    if (found === undefined || found === own) return undefined;
    byTrigrams ??= trigramDetector(tree);
    return byTrigrams(text) === found ? found : undefined;
  };
}

/** The language with the most small words: a fifth of the words at least, and half as many again as the next one has. */
const byFunctionWords: Detector = (text) => {
  const known = described.get(text) ?? { locale: describedBy(text) };
  described.set(text, known);
  return known.locale;
};

const described = new Map<string, { readonly locale: string | undefined }>();

function describedBy(text: string): string | undefined {
  const words = rowOf(text);
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  const shares = describedLocales
    .map((locale) => ({ locale, share: sharedBy({ words, han }, functionWords(locale)) }))
    .sort((one, other) => other.share - one.share);
  const [first, second] = shares;
  if (!first || first.share < 0.2 || first.share < 1.5 * (second?.share ?? 0)) return undefined;
  return first.locale;
}

/** Chinese has no spaces: there the signs count. */
function sharedBy(
  { words, han }: { readonly words: readonly string[]; readonly han: readonly string[] },
  list: ReadonlySet<string>,
): number {
  if (han.length > words.length)
    return han.filter((sign) => list.has(sign)).length / han.length >= 0.1 && list.has('的') ? 1 : 0;
  return words.filter((word) => list.has(word)).length / Math.max(words.length, 1);
}

export type Strange = { readonly prose: Prose; readonly language: string; readonly text: string };

/** The texts that are in another language than their file. */
export const strangeTexts = kept((tree: Tree): readonly Strange[] => {
  const identify = identifier(tree);
  return [...proseOf(tree)].flatMap(([locale, own]) =>
    own
      .filter(({ kind }) => kind !== 'name')
      .flatMap((prose) => {
        const found = prose.texts.flatMap((text) => {
          const language = identify(text, locale);
          return language === undefined ? [] : [{ prose, language, text }];
        });
        return found.slice(0, 1);
      }),
  );
});

/** What is read in each language without the texts in another one: their words are none of the language. */
export function ownProse(tree: Tree): ReadonlyMap<string, readonly Prose[]> {
  const strange = new Set(strangeTexts(tree).map(({ prose }) => prose));
  if (strange.size === 0) return proseOf(tree);
  return new Map(
    [...proseOf(tree)].map(([locale, own]) => [
      locale,
      own.some((prose) => strange.has(prose)) ? own.filter((prose) => !strange.has(prose)) : own,
    ]),
  );
}

type Model = { readonly locale: string; readonly counts: ReadonlyMap<string, number>; readonly total: number };

/** The language in whose catalogs the text's groups of three letters are commonest; clearly more so than in the next one. */
function trigramDetector(tree: Tree): Detector {
  const modelled = [...proseOf(tree)].map(([locale, prose]) => modelOf(prose, locale));
  return (text) => {
    const trigrams = trigramsOf(text);
    const [first, second] = modelled
      .map(({ locale, counts, total }) => {
        // Not smoothed by the size of the model: what a small catalog has never seen isn't likelier in its language.
        const likeliness = (trigram: string) => Math.log((counts.get(trigram) ?? 0) / total || unseen);
        const sum = trigrams.reduce((all, trigram) => all + likeliness(trigram), 0);
        return { locale, mean: sum / trigrams.length };
      })
      .sort((one, other) => other.mean - one.mean);
    return first && first.mean - (second?.mean ?? Number.NEGATIVE_INFINITY) > 0.3 ? first.locale : undefined;
  };
}

const modelOf = keptByName((prose: readonly Prose[], locale): Model => {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { texts, kind } of prose) {
    // A third of the catalogs says as much as all of them.
    if (total > enough) break;
    const [text = ''] = texts;
    // A text pasted into the wrong file would teach the model its language.
    if (kind === 'name' || (byFunctionWords(text) ?? locale) !== locale) continue;
    for (const trigram of trigramsOf(text)) {
      counts.set(trigram, (counts.get(trigram) ?? 0) + 1);
      total += 1;
    }
  }
  return { locale, counts, total };
});

const unseen = 1e-6;
/** Groups of three letters that a language is known by. */
const enough = 25_000;

function trigramsOf(text: string): readonly string[] {
  const letters = ` ${small(text.replaceAll(hole, ' '))
    .replace(/[^\p{L}\p{M}’']+/gu, ' ')
    .trim()} `;
  return Array.from({ length: Math.max(letters.length - 2, 0) }, (_, index) => letters.slice(index, index + 3));
}
