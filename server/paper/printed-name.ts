import { nameInFull } from '#core/language/name-in-full.ts';
import type { PersonName } from '../services/confirmation.ts';
import { canPrint } from './fonts.ts';

/**
 * A name as it can be printed: that of the document, with the one in her own script beside it where the fonts have its
 * letters. Names in a script that no font has are left out rather than printed as boxes; null: nothing is left. Chinese
 * names have to be made ready (`openFontsFor`).
 */
export function printedName(person: PersonName): string | null {
  const own = nameInFull(person.givenNames, person.familyNames);
  const native = nameInFull(person.nativeGivenNames, person.nativeFamilyNames);
  const printable = [own, native].filter((name) => name !== '' && canPrint(name));
  const [first, second] = [...new Set(printable)];
  if (first === undefined) return null;
  return second === undefined ? first : `${first} (${second})`;
}
