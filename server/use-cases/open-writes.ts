import type { Outcome } from '#server/services.ts';
import { takeTry } from './take-try.ts';
import type { Tools } from './tools.ts';

/** What somebody may write who need not be signed in. */
type OpenAct = 'message-check' | 'seller-report';

/** Counted by her network, and with everybody's: the same limits as for guessing a code. Kind: `too-many-tries`. */
export function mayWriteOpenly(
  tools: Pick<Tools, 'db' | 'vault' | 'now'>,
  { act, network }: { readonly act: OpenAct; readonly network: string | null },
): Outcome<null> {
  return takeTry(tools, act, { network, all: '' });
}
