import { createHash, createPublicKey, verify } from 'node:crypto';
import type { ProgramProblem } from '#core/problem/kinds.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { KnownWitness } from '../services/draws.ts';
import type { ApiParts } from './parts.ts';

/** A clock of another machine may be wrong by as much; nothing is worse for being heard twice. */
const patienceMs = 5 * 60_000;

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key. */
const keyPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/**
 * Which witness signed this request (docs/decisions/0048-witnesses.md); null: it doesn't say. By the machine's clock, as a
 * witness has no other. Kinds: `witness-unknown`, `request-time-wrong`, `request-signature-wrong`.
 */
export async function witnessOf(
  request: Request,
  body: Uint8Array,
  { services }: Pick<ApiParts, 'services'>,
): Promise<Result<KnownWitness | null, ProgramProblem>> {
  const said = request.headers.get('puente-witness');
  if (said === null) return ok(null);
  const [name = '', time = '', ...more] = said.split(';');
  if (more.length > 0 || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(time))
    return err({ kind: 'request-time-wrong' });
  if (!(Math.abs(Date.now() - Date.parse(time)) <= patienceMs)) return err({ kind: 'request-time-wrong' });
  const keys = await services.witnessKeys(name);
  if (keys.length === 0) return err({ kind: 'witness-unknown' });
  const hash = createHash('sha256').update(body).digest('hex');
  const message = `puente-witness-1\n${request.method}\n${new URL(request.url).pathname}\n${time}\n${hash}`;
  const signature = request.headers.get('puente-signature') ?? '';
  const key = keys.find((one) => isSigned(one, message, signature));
  return key === undefined ? err({ kind: 'request-signature-wrong' }) : ok({ name, key });
}

function isSigned(key: string, message: string, signature: string): boolean {
  if (!/^[0-9a-f]{128}$/.test(signature)) return false;
  const der = Buffer.concat([keyPrefix, Buffer.from(key, 'hex')]);
  const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, Buffer.from(message), publicKey, Buffer.from(signature, 'hex'));
}
