import { sourceLocale } from '#core/language/locales.ts';
import { blocksOf } from '../blocks.ts';
import type { Finding } from '../finding.ts';
import { findingsOf, type Rule } from '../rule.ts';
import type { Tree } from '../tree.ts';
import type { Arrival } from './arrivals.ts';
import { isBuiltLike, withPieces } from './page-units.ts';
import { type Refusal, refusal } from './refusal.ts';
import { pageBlock, resultingTree } from './resulting-tree.ts';

/** Rules that look at the sources, at what stands beside the texts, or at what no translator can change. */
const besides = new Set([
  ...['undefined', 'unused', 'unreadable-use', 'enumerated', 'hard-coded-text', 'glued-sentence', 'intl-words'],
  ...['words-complete', 'words-sorted', 'content-pages', 'description', 'status', 'stale', 'glossary-page'],
  ...['glossary-file', 'candidate', 'missing', 'reading-grade'],
]);

/** Those of the rules that can be about what a translator wrote. */
export function rulesOfTexts(rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(({ name }) => !besides.has(name));
}

export type Checked = {
  readonly good: readonly Arrival[];
  readonly refused: readonly Refusal[];
  /** What a person should look at; it comes in. */
  readonly doubts: readonly Refusal[];
};

type Question = { readonly locale: string; readonly arrivals: readonly Arrival[]; readonly rules: readonly Rule[] };

/** Runs the rules of the check on the catalogs as they would be. What is refused may have hidden something: then once more. */
export function checked(tree: Tree, { locale, arrivals, rules }: Question): Checked {
  const built = arrivals.flatMap((arrival) => wrongBlock(tree, arrival, locale));
  const refused = new Map(built.map((one) => [one.key, [one]]));
  const looked = rulesOfTexts(rules);
  for (;;) {
    const good = arrivals.filter(({ unit }) => !refused.has(unit.key));
    if (good.length === 0) return { good, refused: [...refused.values()].flat(), doubts: [] };
    const findings = told(resultingTree(tree, { locale, arrivals: good }), { locale, arrivals: good, rules: looked });
    const errors = findings.filter(({ severity }) => severity === 'error');
    for (const { refusal: one } of errors) refused.set(one.key, [...(refused.get(one.key) ?? []), one]);
    if (errors.length === 0)
      return { good, refused: [...refused.values()].flat(), doubts: findings.map(({ refusal: one }) => one) };
  }
}

type Told = { readonly severity: Finding['severity']; readonly refusal: Refusal };

function told(tree: Tree, { locale, arrivals, rules }: Question): readonly Told[] {
  const byKey = new Map(arrivals.map((arrival) => [arrival.unit.key, arrival]));
  const why = new Map(rules.map((rule) => [rule.name, rule.why]));
  return findingsOf(rules, tree).flatMap((finding) => {
    const arrival = byKey.get(unitKey(finding, { tree, locale }) ?? '');
    if (!arrival) return [];
    const { severity, rule, message, expected, found, fix } = finding;
    const change = expected === '' ? 'Change the text.' : `Change the text: ${expected}`;
    const said = { message, expected, found, why: why.get(rule) ?? '', fix: fix ?? change };
    return [{ severity, refusal: refusal(rule, arrival.brought, said) }];
  });
}

/** The unit that a finding is about; in a long text the block at its line. */
export function unitKey(
  { file, key, line }: Finding,
  { tree, locale }: { readonly tree: Tree; readonly locale: string },
): string | undefined {
  if (file.startsWith(`locales/${locale}/`)) return key;
  const slug = new RegExp(`^content/${locale}/(.+)\\.md$`).exec(file)?.[1];
  if (slug === undefined) return undefined;
  if (key.startsWith(`${slug}.`) && /\.\d+$/.test(key)) return `page:${key}`;
  const index = blocksOf(tree.contents.get(file) ?? '').findLastIndex((block) => block.line <= line);
  return `page:${slug}.${Math.max(0, index)}`;
}

/** A paragraph that became a list or two paragraphs would move all that follows. */
export function wrongBlock(tree: Tree, { brought, unit, text }: Arrival, locale: string): readonly Refusal[] {
  const block = pageBlock(unit.key);
  if (!block) return [];
  const source = tree.contents.get(`content/${sourceLocale}/${block.slug}.md`) ?? '';
  const page = withPieces(
    tree.contents.get(`content/${locale}/${block.slug}.md`) ?? source,
    new Map([[block.index, text]]),
  );
  if (isBuiltLike(page, source)) return [];
  return [
    refusal('markdown', brought, {
      message: `Built otherwise than in ${sourceLocale}.`,
      expected: unit.source,
      found: text,
      why: 'Headings, lists and paragraphs stand in the same order in all languages, and links count on it.',
      fix: 'Keep it in one paragraph, and begin and end it with words.',
    }),
  ];
}
