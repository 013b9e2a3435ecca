import type { PersonName } from '../services/confirmation.ts';
import { canPrint } from './fonts.ts';

/**
 * A name as it can be printed: that of the document, with the one in her own script beside it where the fonts have its
 * letters. Names in a script that no font has are left out rather than printed as boxes; null: nothing is left.
 */
export function printedName(person: PersonName): string | null {
  const [own, native] = [inFull(person.givenNames, person.familyNames), nativeName(person)];
  const printable = [own, native].filter((name) => name !== '' && canPrint(name));
  const [first, second] = [...new Set(printable)];
  if (first === undefined) return null;
  return second === undefined ? first : `${first} (${second})`;
}

function nativeName({ nativeGivenNames, nativeFamilyNames }: PersonName): string {
  return inFull(nativeGivenNames, nativeFamilyNames);
}

function inFull(givenNames: string, familyNames: string): string {
  return `${givenNames} ${familyNames}`.trim();
}
