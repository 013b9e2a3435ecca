import { err, type Result } from '#core/result.ts';
import type * as Pin from '../storage/pin.ts';

type Part = typeof Pin;
type NoLine = { readonly kind: 'no-line' };

/** What a PIN does comes once it is needed: few have one. `no-line`: it did not come. */
export async function withPin<Failure extends { readonly kind: string }>(
  act: (part: Part) => Promise<Result<undefined, Failure>>,
  late: () => Promise<Part> = async () => import('../storage/pin.ts'),
): Promise<Result<undefined, Failure | NoLine>> {
  const part = await late().catch(() => null);
  return part ? act(part) : err({ kind: 'no-line' });
}
