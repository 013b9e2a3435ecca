import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Told } from './finding.ts';
import type { Tree } from './tree.ts';

/**
 * `file` and `key` may have `*` for any one part and `{es,ht}` for each of several; `found` makes it narrower.
 * Several files are several exceptions: each has to be needed.
 */
const entries = z.array(
  z.strictObject({ file: z.string(), key: z.string(), found: z.string().optional(), why: z.string().min(10) }),
);
type Exception = z.infer<typeof entries>[number];

/**
 * What a rule tells, without the places of `scripts/catalogs/exceptions/<rule>.json` where the text is right against the
 * rule. An exception that nothing needs any more is told instead. Without such a file, all is told.
 */
export function excepting(tree: Tree, rule: string, told: readonly Told[]): readonly Told[] {
  const read = exceptionsOf(tree.root, rule);
  if (!read) return told;
  const { file, text, exceptions } = read;
  const stale = exceptions.filter((exception) => !told.some((about) => isMeant(about, exception)));
  return [
    ...told.filter((about) => !exceptions.some((exception) => isMeant(about, exception))),
    ...stale.map(({ file: of, key, found }) => ({
      file,
      line: text.slice(0, text.indexOf(JSON.stringify(key))).split('\n').length,
      key,
      message: 'An exception that nothing needs any more.',
      expected: `a finding in ${of}`,
      found: found ?? 'nothing',
      fix: 'Delete the entry, or the language from it.',
    })),
  ];
}

type Read = { readonly file: string; readonly text: string; readonly exceptions: readonly Exception[] };

function exceptionsOf(root: string, rule: string): Read | undefined {
  const file = `scripts/catalogs/exceptions/${rule}.json`;
  const path = join(root, file);
  if (!existsSync(path)) return undefined;
  const text = readFileSync(path, 'utf8');
  const exceptions = entries
    .parse(JSON.parse(text))
    .flatMap((exception) => eachOf(exception.file).map((one) => ({ ...exception, file: one })));
  return { file, text, exceptions };
}

function isMeant({ file, key, found }: Told, exception: Exception): boolean {
  return (
    covers(exception.file, file) &&
    covers(exception.key, key) &&
    (exception.found === undefined || found === exception.found)
  );
}

/** `locales/{es,ht}/port.json` is two files. */
function eachOf(pattern: string): readonly string[] {
  const [whole = '', inside] = /\{([^}]*)\}/.exec(pattern) ?? [];
  return inside === undefined ? [pattern] : inside.split(',').flatMap((one) => eachOf(pattern.replace(whole, one)));
}

function covers(pattern: string, text: string): boolean {
  if (pattern === text) return true;
  if (!/[*{]/.test(pattern)) return false;
  return eachOf(pattern).some((one) => {
    const parts = one.split('*').map((part) => part.replace(/[.\\+?^${}()|[\]]/g, '\\$&'));
    return new RegExp(`^${parts.join('[^./]+')}$`).test(text);
  });
}
