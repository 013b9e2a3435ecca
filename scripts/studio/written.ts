import type { Context } from 'hono';
import { nothingWritten, sentIn, type Written, writtenIn } from './submission.ts';

/** What a request that can't be answered wanted: the page, and what somebody wrote there, which she gets back. */
export type AskedFor = { readonly isPost: boolean; readonly back: string; readonly written: Written };

/** Bytes of a form of whom nobody knows: 22,000 letters in the writing that takes the most. A file is chosen once more. */
const mostOfAnybody = 200_000;

export async function askedFor(context: Context, most = mostOfAnybody): Promise<AskedFor> {
  const { pathname, search } = new URL(context.req.url);
  const isPost = context.req.method === 'POST';
  return { isPost, back: pathname + search, written: isPost ? await formOf(context, most) : nothingWritten };
}

/** The same of a form that nobody reads, since it is too large. */
export async function askedForTooMuch(context: Context): Promise<AskedFor> {
  return askedFor(context, 0);
}

async function formOf({ req }: Context, most: number): Promise<Written> {
  const isForm = req.header('content-type')?.startsWith('application/x-www-form-urlencoded') === true;
  // The other forms carry a file, which she has herself.
  if (!isForm || !/^(?:\/[^/]+){3}\/text\//.test(req.path)) return nothingWritten;
  const isShort = Number(req.header('content-length') ?? Number.POSITIVE_INFINITY) <= most;
  if (!isShort) return { ...nothingWritten, isTooLong: true };
  try {
    return writtenIn(sentIn(await req.parseBody()));
  } catch {
    // A connection that broke off: she isn't there to read the answer.
    return nothingWritten;
  }
}
