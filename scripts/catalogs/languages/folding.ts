/**
 * The letters of a language that keyboards without its accents lose, each with what is typed in its stead. Where nothing
 * is said, accents and points of Latin letters are taken off. й stays й: it is no и with an accent.
 * Sources: the alphabets of the languages (CLDR, exemplarCharacters); ar: the letters that search engines take for one
 * (light10's normalization).
 */
const lost: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  ru: [[/ё/g, 'е']],
  uk: [[/ґ/g, 'г']],
  hy: [[/և/g, 'եւ']],
  ky: [
    [/ң/g, 'н'],
    [/ө/g, 'о'],
    [/ү/g, 'у'],
    [/ё/g, 'е'],
  ],
  tg: [
    [/ғ/g, 'г'],
    [/ӣ/g, 'и'],
    [/қ/g, 'к'],
    [/ӯ/g, 'у'],
    [/ҳ/g, 'х'],
    [/ҷ/g, 'ч'],
    [/ё/g, 'е'],
  ],
  tr: [
    [/ı/g, 'i'],
    [/[\u0300-\u036F]/g, ''],
  ],
  ar: [
    [/[\u064B-\u065F\u0670\u0640]/g, ''],
    [/[أإآٱ]/g, 'ا'],
    [/ى/g, 'ي'],
    [/ة/g, 'ه'],
  ],
};

/** A small word that lost its vowel before the next one: `l’agent` is two words and no `lagent`, `l’a` is no `la`. */
export const frenchElision = /^(?:[ldmtsncj]|qu)['’]/;
const elisions: Readonly<Record<string, RegExp>> = { fr: frenchElision };

const joints = /['’ʼʻ‘-]/g;
const known = new Map<string, Map<string, string>>();

/**
 * A word in small letters without what a poor keyboard loses: `enfòmasyon` → `enfomasyon`. Hyphens and apostrophes go,
 * too, but for that of an elision.
 */
export function folded(word: string, locale: string): string {
  const own = known.get(locale) ?? new Map<string, string>();
  known.set(locale, own);
  const found = own.get(word);
  if (found !== undefined) return found;
  const elided = elisions[locale]?.exec(word)?.[0] ?? '';
  const rules = lost[locale];
  const decomposes = locale === 'tr' || rules === undefined;
  const core = word.slice(elided.length);
  const text = decomposes ? core.normalize('NFD') : core;
  const plain = (rules ?? [[/\p{M}/gu, ''] as const])
    .reduce((rest, [letter, typed]) => rest.replace(letter, typed), text)
    .replace(joints, '');
  const whole = elided.replace("'", '’') + plain;
  own.set(word, whole);
  return whole;
}
