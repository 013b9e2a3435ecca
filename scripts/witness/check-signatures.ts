import { parseCosignatures } from '#core/draw/cosignatures.ts';
import { ok, type Result } from '#core/draw/result.ts';
import type { Season } from '#core/draw/season.ts';
import { isSignedBy } from './keys.ts';
import { differs, malformed, type Refusal, refuse } from './refusal.ts';

/** That every party of the season has signed these very bytes: before it, nobody reveals anything (section 2.2). */
export function checkAllSigned(
  announcement: string,
  cosignatures: string | null,
  { parties }: Season,
): Result<null, Refusal> {
  if (cosignatures === null) return refuse('not-all-signed', 'there is no cosignatures.json');
  const read = parseCosignatures(cosignatures);
  if (!read.ok) return malformed('cosignatures.json', read.error);
  const signatures = read.value.announcement;
  if (signatures.length !== parties.length)
    return differs('not-all-signed', `${parties.length} signatures`, signatures.length);
  const other = parties.find(({ key }, index) => !isSignedBy(key, announcement, signatures[index] ?? ''));
  return other ? refuse('not-all-signed', `${other.name} has not signed this announcement`) : ok(null);
}
