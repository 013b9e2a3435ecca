import { type Chain, chainSecret } from '#core/draw/chain.ts';
import { toHex } from '#core/draw/hash.ts';
import { addChain, findChain } from '#server/db/repositories/draws.ts';
import type { Trx } from '#server/db/schema.ts';
import { nodeHash } from './hash.ts';
import type { Tools } from './tools.ts';

/** One chain lasts 1,000 daily draws. A season of another name begins a new one. */
const season = '1';
const length = 1000;

/** The operator's tip for draw `number`: s_{number − 1}, 64 hex (protocol, section 2.1). */
export async function operatorTip(tools: Tools, trx: Trx, number: number): Promise<string> {
  return link(await operatorChain(tools, trx), number - 1);
}

/** What the operator reveals for draw `number`: s_number, 64 hex. */
export async function operatorReveal(tools: Tools, trx: Trx, number: number): Promise<string> {
  return link(await operatorChain(tools, trx), number);
}

function link(chain: Chain, index: number): string {
  const secret = chainSecret(chain, index, nodeHash);
  if (!secret.ok) throw new Error(`the operator's chain of ${chain.length} has no link ${index}: begin a new season`);
  return toHex(secret.value);
}

/** The season's chain; made before the first draw, when nobody has asked yet. */
async function operatorChain(tools: Tools, trx: Trx): Promise<Chain> {
  const place = { table: 'operator_chain', column: 'last_secret_sealed', row: season };
  const known = await findChain(trx, season);
  if (known) return { last: tools.vault.open(known.lastSecretSealed, place), length: known.length };
  const last = tools.randomBytes(32);
  const first = chainSecret({ last, length }, 0, nodeHash);
  if (!first.ok) throw new Error('expected a chain to have a first link');
  await addChain(trx, {
    season,
    length,
    firstTip: toHex(first.value),
    lastSecretSealed: tools.vault.seal(last, place),
  });
  return { last, length };
}
