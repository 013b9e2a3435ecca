import { type BuiltFiles } from './built-files.ts';
import { pathOf, requestIdMark, wayBackMark } from './pages.ts';
import type { BuiltPage, ProblemWish } from './parts.ts';
import { contentSecurityPolicy, scriptHashes } from './security.ts';

/**
 * A prerendered problem page with the request's id and the way back in it. They stand in the inline scripts, too, so
 * their hashes are taken anew. null where nothing is built.
 */
export async function problemPageFrom(
  files: BuiltFiles | null,
  signInOrigin: string,
  wish: ProblemWish,
): Promise<BuiltPage | null> {
  const file = files?.find(`/${wish.locale}/problems/${wish.problem}`);
  if (!files || !file) return null;
  // Without its query, which would be written another way in the page than in its scripts.
  const back = pathOf(wish.locale, { page: wish.back?.page ?? '', query: '' });
  // Without the framework's run-time where that can be: what went wrong may be the line.
  const built = (await files.read(file.plain ?? file, 'identity')).toString();
  const html = built.replaceAll(requestIdMark, wish.requestId).replaceAll(wayBackMark, back);
  return {
    body: html,
    headers: {
      'Content-Type': file.type,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentSecurityPolicy(scriptHashes(html), signInOrigin),
    },
  };
}
