/**
 * What two spellings of one person have in common, before the server turns it into keyed tokens. Transliteration and
 * the habits of single cultures come with identity resolution.
 */

/** Letters that Unicode doesn't decompose, but that documents write without their stroke or as two. */
const plain: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', æ: 'ae', œ: 'oe', þ: 'th' };

/**
 * The name's tokens, each once, sorted: `foldName('María-José  da SILVA')` is `['da', 'jose', 'maria', 'silva']`.
 * Accents go, the vowel signs of Indian and other scripts stay: those are letters, not accents.
 */
export function foldName(name: string): readonly string[] {
  const withoutAccents = name.normalize('NFKD').replaceAll(/\p{Script=Inherited}/gu, '');
  const tokens = withoutAccents.split(/[^\p{L}\p{M}\p{N}]+/u).filter((token) => token !== '');
  return [...new Set(tokens.map(foldCase))].sort();
}

/** Parts of a birth date `YYYY-MM-DD`: blocks of a search for the same person, should one part be wrong. */
export function birthParts(birthDate: string): { readonly year: string; readonly monthDay: string } {
  return { year: birthDate.slice(0, 4), monthDay: birthDate.slice(5) };
}

/** The last eight digits of a phone number: Mexico's old +52 1 and a missing trunk zero make no difference. */
export function phoneTail(phone: string): string {
  return phone.replaceAll(/\D/g, '').slice(-8);
}

/** Upper case first: that folds ß to ss and the dotless ı to i. */
function foldCase(token: string): string {
  return token
    .toUpperCase()
    .toLowerCase()
    .replaceAll(/[øłđðæœþ]/g, (letter) => plain[letter] ?? letter);
}
