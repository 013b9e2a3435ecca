import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Told } from './finding.ts';
import type { Rule } from './rule.ts';
import type { Tree } from './tree.ts';

/**
 * `file` and `key` may have `*` for any one part and `{es,ht}` for each of several; `found` makes it narrower.
 * Several files are several exceptions: each has to be needed.
 */
const entries = z.array(
  z.strictObject({ file: z.string(), key: z.string(), found: z.string().optional(), why: z.string().min(10) }),
);
type Exception = z.infer<typeof entries>[number];

/** The rule without the places where a text is right against it (`exceptions/<rule>.json`). */
export function withExceptions(rule: Rule): Rule {
  return { ...rule, look: (tree) => excepting(tree, rule.name, rule.look(tree)) };
}

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
      found: found ?? '',
      fix: 'Delete the entry, or the language from it.',
    })),
  ];
}

/** Whether a message of this language may read as in English, such as the name of a port. */
export function mayBeIdentical(
  root: string,
  { locale, key }: { readonly locale: string; readonly key: string },
): boolean {
  const file = `locales/${locale}/${key.split('.')[0]}.json`;
  const exceptions = exceptionsOf(root, 'identical')?.exceptions ?? [];
  return exceptions.some((exception) => covers(exception.file, file) && covers(exception.key, key));
}

/** The entries of a file of exceptions that are about these places, one a place: for a tree that has no others. */
export function narrowed(text: string, places: readonly Pick<Told, 'file' | 'key'>[]): readonly Exception[] {
  return entries
    .parse(JSON.parse(text))
    .flatMap((exception) =>
      places
        .filter(({ file, key }) => covers(exception.file, file) && covers(exception.key, key))
        .map((place) => ({ ...exception, ...place })),
    );
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
