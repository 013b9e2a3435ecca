// The orthography of the Institut Pédagogique National, official since 1979 (Akademi Kreyòl Ayisyen, Premye rezolisyon
// sou òtograf lang kreyòl ayisyen, 2017): one sound, one sign.
const flaws: readonly { readonly sign: RegExp; readonly expected: string }[] = [
  { sign: /c(?!h)/, expected: 'k or s; c only in ch' },
  { sign: /q/, expected: 'k' },
  { sign: /x/, expected: 'ks, gz or s' },
  { sign: /(?<!c)h(?=.)/, expected: 'no h but in ch' },
  { sign: /([bdfgjklmprstvwyz])\1/, expected: 'one consonant instead of two' },
  { sign: /[éêëçùûüâäîïôöáíóúñ]/, expected: 'no accents but è, ò and à' },
  { sign: /à(?!n)/, expected: 'à only before n' },
  { sign: /(?<!o)u(?!i)/, expected: 'ou, i or ui; u never alone' },
  { sign: /^(?:m|w|l|n|y|k|t|ak|pap)['’]/, expected: 'a space: m ap, w ap, l ap, n ap, k ap' },
  { sign: /^(?:map|wap|lap|nap|yap|kap)$/, expected: 'two words: m ap, w ap, l ap, n ap, y ap, k ap' },
];

/** What the spelling of a word in small letters should be, undefined where nothing is wrong with it. */
export function kreyolFlaw(word: string): string | undefined {
  return flaws.find(({ sign }) => sign.test(word))?.expected;
}
