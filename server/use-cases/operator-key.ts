import { addOperatorKey, findOperatorKey } from '#server/db/repositories/rounds.ts';
import type { Db } from '#server/db/schema.ts';
import { type SigningKey, signingKey } from './ed25519.ts';
import type { Tools } from './tools.ts';

const place = { table: 'operator_key', column: 'seed_sealed', row: '1' };

/** What the operator signs promises, announcements and results with, in all seasons; made when it is first asked for. */
export async function operatorKey(tools: Pick<Tools, 'vault' | 'randomBytes'>, db: Db): Promise<SigningKey> {
  const known = await findOperatorKey(db);
  if (known) return signingKey(tools.vault.open(known.seedSealed, place));
  const seed = tools.randomBytes(32);
  const { publicKey } = signingKey(seed);
  await addOperatorKey(db, { publicKey, seedSealed: tools.vault.seal(seed, place) });
  return operatorKey(tools, db);
}
