import type { AppointmentId, PortCode } from '#core/ids.ts';
import type { Instant, LocalMinute, TimeZone } from '#core/time/instant.ts';
import type { Confirmation, PersonName } from '../services/confirmation.ts';
import type { ConfirmationPaper } from './contract.ts';
import { fontFor } from './fonts.ts';

/** As long as a proof can be. */
const proof = `eyJhbGciOiJFZERTQSIsImtpZCI6ImFiY2RlZmdoIn0.${'eyJjIjoiMTIzNDU2Nzgy'.repeat(8)}.${'A'.repeat(86)}`;

export function named(
  givenNames: string,
  familyNames: string,
  native: readonly [string, string] = ['', ''],
): PersonName {
  return { givenNames, familyNames, nativeGivenNames: native[0], nativeFamilyNames: native[1] };
}

export const marie = named('Marie-Flore', 'Désir');

export function confirmationOf(people: readonly PersonName[]): Confirmation {
  return {
    appointment: {
      id: '5d0c6f34-40ad-4b9b-a3a6-8d0f0d0f7c11' as AppointmentId,
      port: 'el-paso' as PortCode,
      portZone: 'America/Denver' as TimeZone,
      slot: '2027-03-21T08:00' as LocalMinute,
      startsAt: Date.UTC(2027, 2, 21, 14) as Instant,
      size: people.length,
      code: '123456782',
      proof,
    },
    people,
    announcementHash: '0123456789abcdef'.repeat(4),
  };
}

export function paperOf(
  locale: ConfirmationPaper['locale'],
  people: readonly PersonName[] = [marie],
): ConfirmationPaper {
  return {
    confirmation: confirmationOf(people),
    locale,
    at: Date.UTC(2027, 2, 12, 20, 5) as Instant,
    isDemonstration: true,
  };
}

/**
 * A text as pdf.js takes it out of a page: it turns Arabic round letter by letter, those of a ligature as well, which is
 * one form (لا).
 */
export function asFound(text: string): string {
  const arabic = fontFor('ا', 400, { inUse: null, isChinese: false });
  return text.replaceAll(/[\p{Script=Arabic}\p{M}]+/gu, (word) => {
    const glyphs = arabic?.font.layout(word, []).glyphs ?? [];
    return glyphs
      .toReversed()
      .map(({ codePoints }) => String.fromCodePoint(...codePoints.toReversed()))
      .join('');
  });
}

/** Without what pdf.js guesses: spaces at the ends of lines and between fonts, and to which side a bracket opens. */
export function lettersOf(text: string): string {
  return text.replaceAll(/[\s()«»]/gu, '');
}
