import { type BuiltFiles } from './built-files.ts';
import { type ProblemPage, requestIdMark } from './pages.ts';
import type { BuiltPage } from './parts.ts';
import { contentSecurityPolicy, scriptHashes } from './security.ts';

/**
 * A prerendered problem page with the request's id in it. The id stands in the inline scripts, too, so their hashes are
 * taken anew. null where nothing is built.
 */
export async function problemPageFrom(
  files: BuiltFiles | null,
  signInOrigin: string,
  wish: { readonly problem: ProblemPage; readonly locale: string; readonly requestId: string },
): Promise<BuiltPage | null> {
  const file = files?.find(`/${wish.locale}/problems/${wish.problem}`);
  if (!files || !file) return null;
  const html = (await files.read(file, 'identity')).toString().replaceAll(requestIdMark, wish.requestId);
  return {
    body: html,
    headers: {
      'Content-Type': file.type,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': contentSecurityPolicy(scriptHashes(html), signInOrigin),
    },
  };
}
