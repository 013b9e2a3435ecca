import { err, ok } from '#core/result.ts';
import { countOpenWrite } from '#server/db/repositories/open-writes.ts';
import type { Outcome } from '#server/services.ts';
import type { Tools } from './tools.ts';

const window = 3_600_000;

/**
 * Within an hour from one network: a shelter shares one, so more than a person needs; for guessing a code that one in
 * thousands is, far too few.
 */
const most = { 'message-check': 60, 'seller-report': 20 } as const;

/** What somebody writes who is not signed in: counted by a token of her network, which goes after a day. Kind: `too-many-tries`. */
export async function mayWriteOpenly(
  { db, vault, now }: Pick<Tools, 'db' | 'vault' | 'now'>,
  { act, network }: { readonly act: keyof typeof most; readonly network: string },
): Outcome<null> {
  const networkToken = vault.token('network', network);
  const { times } = await countOpenWrite(db.kysely, { act, networkToken, now: now(), window });
  return times > most[act] ? err({ kind: 'too-many-tries', numbers: { minutes: window / 60_000 } }) : ok(null);
}
