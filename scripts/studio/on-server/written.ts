import type { Context } from 'hono';
import { nothingWritten, sentIn, type Written, writtenIn } from '../submission.ts';

/** What a request that can't be answered wanted: the page, and what somebody wrote there, which she gets back. */
export type AskedFor = { readonly isPost: boolean; readonly back: string; readonly written: Written };

export async function askedFor(context: Context): Promise<AskedFor> {
  const { pathname, search } = new URL(context.req.url);
  const isPost = context.req.method === 'POST';
  return { isPost, back: pathname + search, written: isPost ? await formOf(context) : nothingWritten };
}

/** Bytes of a form; a file is chosen once more. */
const mostWritten = 200_000;

async function formOf({ req }: Context): Promise<Written> {
  const isShort = Number(req.header('content-length') ?? Number.POSITIVE_INFINITY) <= mostWritten;
  const isForm = req.header('content-type')?.startsWith('application/x-www-form-urlencoded') === true;
  if (!isShort || !isForm) return nothingWritten;
  try {
    return writtenIn(sentIn(await req.parseBody()));
  } catch {
    // A connection that broke off: she isn't there to read the answer.
    return nothingWritten;
  }
}
