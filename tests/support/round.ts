import type { LocalDay } from '#core/time/instant.ts';
import { type DrawFile, drawFiles } from '#server/services/draws.ts';
import { must, type Town } from './town.ts';
import type { makeWitness } from './witness.ts';

type Witness = ReturnType<typeof makeWitness>;

/** What the program that verifies a draw reads, as anybody can get it now, or a witness. */
export async function folderOf(
  { services }: Pick<Town, 'services'>,
  day: LocalDay,
  isWitness = false,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const read: readonly DrawFile[] = drawFiles.filter(
    (name) => !['registrations.json', 'registrations.tsv', 'reveals.json', 'slot-key'].includes(name),
  );
  const files = new Map<string, Uint8Array>();
  for (const name of read) {
    const found = await services.drawFile({ day, name, isWitness });
    if (found.ok) files.set(name, new TextEncoder().encode(found.value.text));
  }
  return files;
}

/** All that witnesses do between the close and the draw. */
export async function signAndReveal(
  town: Town,
  witnesses: readonly Witness[],
  { day, draw }: { readonly day: LocalDay; readonly draw: number },
): Promise<void> {
  for (const witness of witnesses) must(await witness.signAnnouncement(town, day));
  for (const witness of witnesses) must(await witness.reveal(town, day, draw));
}
