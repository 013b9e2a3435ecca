import { acceptedStatus, type Wish } from './accept.ts';
import { readLongText, withMatter } from './long-text.ts';
import { sourceHash } from './source-hash.ts';
import { isPageOfTwo, isReadByTwo, isState, type Status } from './status.ts';

type Page = { readonly page: string; readonly text: string; readonly source: string };

/** Terms are reviewed by somebody else than who translated them. */
export class NeedsAnotherReader extends Error {}

/** The translated page with its front matter as somebody accepted it; throws `NeedsAnotherReader` where that is so. */
export function acceptedPage({ page, text, source }: Page, wish: Wish): string {
  const next = acceptedStatus(pageStatus(text), { ...wish, source: sourceHash(readLongText(source).body) });
  if (next.state === 'reviewed' && isPageOfTwo(page) && !isReadByTwo(next))
    throw new NeedsAnotherReader(`somebody else than ${next.by}, who translated it, has to review ${page}`);
  return withMatter(text, {
    state: next.state,
    by: next.by,
    on: next.on,
    reviewer: next.reviewer?.by,
    reviewedOn: next.reviewer?.on,
    sourceHash: next.source,
  });
}

/** Where a translated page stands; undefined where its front matter doesn't tell all of it. */
export function pageStatus(text: string): Status | undefined {
  const { state, by, on, reviewer, reviewedOn, sourceHash: source } = readLongText(text).matter;
  if (!isState(state) || !by || !/^\d{4}-\d{2}-\d{2}$/.test(on ?? '') || !/^[0-9a-f]{16}$/.test(source ?? ''))
    return undefined;
  const signed = reviewer && reviewedOn ? { reviewer: { by: reviewer, on: reviewedOn } } : {};
  return { state, by, on: on ?? '', source: source ?? '', ...signed };
}
