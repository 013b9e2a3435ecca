import { type Chain, chainSecret } from '#core/draw/chain.ts';
import { toHex } from '#core/draw/hash.ts';
import { addChain, countChains, findChain } from '#server/db/repositories/draws.ts';
import type { Db, Trx } from '#server/db/schema.ts';
import { nodeHash } from './hash.ts';
import type { Tools } from './tools.ts';

/** One chain lasts 1,000 daily draws, and one season. */
export const chainLength = 1000;

/** s_index of the operator's chain of that season, 64 hex: the tip of draw `index + 1`, what it reveals for draw `index`. */
export async function operatorSecret(
  tools: Pick<Tools, 'vault'>,
  db: Db,
  { season, index }: { readonly season: number; readonly index: number },
): Promise<string> {
  const known = await findChain(db, String(season));
  if (!known) throw new Error(`expected the operator to have a chain for season ${season}`);
  const last = tools.vault.open(known.lastSecretSealed, placeOf(season));
  return link({ last, length: known.length }, index);
}

/** A new chain for a season of its own, in which nobody has asked yet: the season's number and s_0. */
export async function makeOperatorChain(
  tools: Tools,
  trx: Trx,
): Promise<{ readonly season: number; readonly tip: string }> {
  const season = (await countChains(trx)) + 1;
  const last = tools.randomBytes(32);
  const tip = link({ last, length: chainLength }, 0);
  const lastSecretSealed = tools.vault.seal(last, placeOf(season));
  await addChain(trx, { season: String(season), length: chainLength, firstTip: tip, lastSecretSealed });
  return { season, tip };
}

function link(chain: Chain, index: number): string {
  const secret = chainSecret(chain, index, nodeHash);
  if (!secret.ok) throw new Error(`the operator's chain of ${chain.length} has no link ${index}: begin a new season`);
  return toHex(secret.value);
}

function placeOf(season: number) {
  return { table: 'operator_chain', column: 'last_secret_sealed', row: String(season) };
}
