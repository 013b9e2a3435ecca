import type { Selectable } from 'kysely';
import type { AccountId } from '#core/ids.ts';
import type { Policy } from '#core/policy/policy.ts';
import type { Instant } from '#core/time/instant.ts';
import { at, json } from '../columns.ts';
import type { Db, Schema, Trx } from '../schema.ts';

type PolicyRow = Readonly<Selectable<Schema['policies']>>;

/** False if one of this name was proposed before. */
export async function addProposal(
  db: Db,
  proposal: {
    readonly policy: Policy;
    readonly beginsAt: Instant;
    readonly actor: AccountId;
    readonly proposer: string;
    readonly now: Instant;
  },
): Promise<boolean> {
  const { policy, beginsAt, actor, proposer, now } = proposal;
  const added = await db
    .insertInto('policies')
    .values({
      name: policy.name,
      beginsAt: at(beginsAt),
      policy: json(policy),
      proposedBy: actor,
      proposer,
      proposedAt: at(now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('name')
    .executeTakeFirst();
  return added !== undefined;
}

/** That one, if nobody has published it yet, held until the transaction ends. */
export async function lockProposal(trx: Trx, name: string): Promise<PolicyRow | undefined> {
  return trx
    .selectFrom('policies')
    .selectAll()
    .where('name', '=', name)
    .where('publishedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

export async function markPublished(
  trx: Trx,
  { name, actor, now }: { readonly name: string; readonly actor: AccountId; readonly now: Instant },
): Promise<void> {
  await trx
    .updateTable('policies')
    .set({ publishedBy: actor, publishedAt: at(now) })
    .where('name', '=', name)
    .execute();
}

/** Earliest first. */
export async function proposalsFrom(db: Db, beginsAfter: Instant): Promise<readonly PolicyRow[]> {
  return db
    .selectFrom('policies')
    .selectAll()
    .where('publishedAt', 'is', null)
    .where('beginsAt', '>=', at(beginsAfter))
    .orderBy('beginsAt')
    .execute();
}

export async function publishedPolicies(db: Db): Promise<readonly Policy[]> {
  const rows = await db
    .selectFrom('policies')
    .select('policy')
    .where('publishedAt', 'is not', null)
    .orderBy('beginsAt')
    .execute();
  return rows.map(({ policy }) => policy);
}
