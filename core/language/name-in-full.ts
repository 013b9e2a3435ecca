const familyFirst = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]+$/u;

/**
 * A name as its people write it: given names, then those of the family; in Chinese, Japanese and Korean letters the
 * family first, without a space (王小明). '' for no name.
 */
export function nameInFull(givenNames: string, familyNames: string): string {
  if (familyFirst.test(familyNames + givenNames)) return familyNames + givenNames;
  return `${givenNames} ${familyNames}`.trim();
}
