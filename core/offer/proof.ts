import type { PortCode } from '#core/ids.ts';
import type { LocalMinute } from '#core/time/instant.ts';

/**
 * What the proof of an appointment says. The names are short since the whole compact JWS has to stay within 300 bytes:
 * then its QR reads on a scratched screen. The key's id stands in the JWS's header.
 */
export type ProofClaims = {
  /** Short code. */
  readonly c: string;
  /** Port. */
  readonly p: PortCode;
  /** Slot, local at the port. */
  readonly s: LocalMinute;
  /** People in the group. */
  readonly n: number;
  /** Initials of the group's people, its head first, as many as fit, joined by spaces. */
  readonly i: string;
};

/** Longest key id: with `{"alg":"EdDSA","kid":"…"}` as its header, what is left for the claims is 126 bytes. */
export const longestKeyId = 8;
export const longestProof = 300;
const longestClaims = 126;

export type ProofPerson = { readonly givenNames: string; readonly familyNames: string };

/** The claims of an appointment. `people` are the group's members, head first; their number is told even where initials don't fit. */
export function proofClaims(appointment: {
  readonly code: string;
  readonly port: PortCode;
  readonly slot: LocalMinute;
  readonly people: readonly ProofPerson[];
}): ProofClaims {
  const claims = (initials: readonly string[]): ProofClaims => ({
    c: appointment.code,
    p: appointment.port,
    s: appointment.slot,
    n: appointment.people.length,
    i: initials.join(' '),
  });
  const fitting: string[] = [];
  for (const person of appointment.people) {
    if (utf8Length(JSON.stringify(claims([...fitting, initialsOf(person)]))) > longestClaims) break;
    fitting.push(initialsOf(person));
  }
  return claims(fitting);
}

/** First letters of given and family names, such as `MP`: enough for an officer to see that a proof isn't another's. */
export function initialsOf(person: ProofPerson): string {
  return firstLetter(person.givenNames) + firstLetter(person.familyNames);
}

function firstLetter(name: string): string {
  const letter = /\p{L}/u.exec(name.normalize('NFC'))?.[0] ?? '';
  // Upper case can be two letters, as in ß.
  const [upper = ''] = letter.toUpperCase();
  return upper;
}

/** Bytes in UTF-8; the core has no TextEncoder. */
function utf8Length(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + bytesOf(character.codePointAt(0) ?? 0), 0);
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_0000 ? 3 : 4;
}
