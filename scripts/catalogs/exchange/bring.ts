import type { Wish } from '../accept.ts';
import type { Rule } from '../rule.ts';
import { duplicateKey } from '../rules/duplicate-key.ts';
import { jsonSyntax } from '../rules/json-syntax.ts';
import { readTree } from '../tree.ts';
import { readFile } from './formats.ts';
import { filesOf } from './outcome.ts';
import { type Plan, planOf } from './plan.ts';

type Question = { readonly rules: readonly Rule[]; readonly wish: Wish; readonly locale?: string | undefined };

/** What an import would do, and the files that it would write. */
export type Brought = { readonly plan: Plan; readonly files: ReadonlyMap<string, string> };

/** Checks a file against the catalogs as they lie there; writes nothing. Throws, in words, where either can't be read. */
export function bring(root: string, bytes: Uint8Array, { rules, wish, locale }: Question): Brought {
  const tree = readTree(root);
  const [broken] = [jsonSyntax, duplicateKey].flatMap(({ look }) => look(tree));
  if (broken)
    throw new Error(`${broken.file}:${broken.line} ${broken.message} Put it right first: npm run catalogs:check`);
  const file = readFile(bytes);
  const plan = planOf(tree, { file, rules, wish, ...(locale === undefined ? {} : { locale }) });
  return { plan, files: filesOf(tree, plan, wish) };
}
