import { err } from '#core/result.ts';
import type { Outcome } from '#server/services.ts';
import { takeTry } from './take-try.ts';
import type { Tools } from './tools.ts';

/** One paper more for this session. Kind: `download-limit`, with the minutes until the next. */
export async function takePaper(tools: Tools, { sessionHash }: { readonly sessionHash: string }): Outcome<null> {
  const taken = await takeTry(tools, 'paper', { paper: sessionHash });
  return taken.ok ? taken : err({ ...taken.error, kind: 'download-limit' });
}
