import type { AccountId, RegistrationId } from '#core/ids.ts';
import { lockWithHost, type Registration } from '#server/db/repositories/registrations.ts';
import type { Db, Trx } from '#server/db/schema.ts';
import { head, type PersonRecord, readPeople } from './person-record.ts';
import type { Tools } from './tools.ts';

export type HerPeople = {
  /** Everybody of the group that they are in, its head first: hers, or the one that she is a guest of. */
  readonly group: readonly PersonRecord[];
  /** Those whose answers she puts right: all of her group, or of another's those who came with her. */
  readonly hers: readonly PersonRecord[];
  /** Herself; undefined before she has answered anything. */
  readonly self: PersonRecord | undefined;
};

/** Whom the holder of a registration answers for, wherever they are. */
export async function herPeople(
  tools: Pick<Tools, 'vault'>,
  db: Db,
  { id, joinedInto }: Pick<Registration, 'id' | 'joinedInto'>,
): Promise<HerPeople> {
  const group = await readPeople(tools, db, joinedInto ?? id);
  if (joinedInto === null) return { group, hers: group, self: group.find(({ position }) => position === head) };
  const hers = guestsOf(id, group);
  return { group, hers, self: hers[0] };
}

/** The same, held where they are; undefined where there is no registration, or they come or go at this very moment. */
export async function lockHerPeople(
  tools: Pick<Tools, 'vault'>,
  trx: Trx,
  accountId: AccountId,
): Promise<(HerPeople & { readonly registration: Registration }) | undefined> {
  const held = await lockWithHost(trx, accountId);
  if (!held || (held.own.joinedInto !== null && !held.host)) return undefined;
  return { registration: held.own, ...(await herPeople(tools, trx, held.own)) };
}

/** Of the people of a group those who came with that registration, its head first: who told what a group tells once. */
export function guestsOf(home: RegistrationId, people: readonly PersonRecord[]): readonly PersonRecord[] {
  const isHead = ({ answers }: PersonRecord) => Boolean(answers.primaryLanguage);
  return people
    .filter(({ homeId }) => homeId === home)
    .toSorted((one, other) => Number(isHead(other)) - Number(isHead(one)));
}
