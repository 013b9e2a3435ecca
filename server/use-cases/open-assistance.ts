import type { Assistance } from '#server/db/repositories/assistance.ts';
import type { Tools } from './tools.ts';

/** What is sealed of an asking for a person: her words, the note on her (empty where there is none), the photo that waits. */
export function openAssistance(
  { vault }: Pick<Tools, 'vault'>,
  { code: row, statementSealed, noteSealed, livePhotoSealed }: Assistance,
): { readonly statement: string; readonly note: string; readonly livePhoto: Uint8Array | null } {
  const place = (column: string) => ({ table: 'assistance', column, row });
  return {
    statement: statementSealed ? vault.openText(statementSealed, place('statement_sealed')) : '',
    note: noteSealed ? vault.openText(noteSealed, place('note_sealed')) : '',
    livePhoto: livePhotoSealed ? vault.open(livePhotoSealed, place('live_photo_sealed')) : null,
  };
}
