import { sourceLocale } from '#core/language/locales.ts';
import type { Arrival } from '../../catalogs/exchange/arrivals.ts';
import { lostForms } from '../../catalogs/exchange/lost-forms.ts';
import { resultingTree } from '../../catalogs/exchange/resulting-tree.ts';
import { rulesOfTexts, unitKey, wrongBlock } from '../../catalogs/exchange/rule-check.ts';
import type { Finding } from '../../catalogs/finding.ts';
import { findingsOf, type Rule } from '../../catalogs/rule.ts';
import { sourceHash } from '../../catalogs/source-hash.ts';
import type { Tree } from '../../catalogs/tree.ts';

/** A finding as its translator sees it, without file and line. */
export type Seen = Pick<Finding, 'rule' | 'severity' | 'message' | 'expected' | 'found'> & {
  readonly why: string;
  /** What to do, in words. */
  readonly fix?: string | undefined;
  /** Whether one press puts it right. */
  readonly isFixable: boolean;
};

type Question = {
  readonly locale: string;
  readonly arrival: Arrival;
  readonly rules: readonly Rule[];
  /** The text as one press would make it for a rule; the same where no fix is known. */
  readonly fixed?: ((rule: string) => string) | undefined;
};

/**
 * What the check would say of one text, were it saved: the rules on the catalogs as they would be, and the forms that got
 * lost. Errors first. A text that is empty has no findings: nobody has begun it.
 */
export function lookAt(tree: Tree, question: Question): readonly Seen[] {
  const { arrival, locale } = question;
  if (arrival.text.trim() === '') return [];
  const blocks = wrongBlock(tree, arrival, locale);
  const refused = [...lostForms(arrival), ...blocks].map((one) => ({
    ...one,
    severity: 'error' as const,
    isFixable: false,
  }));
  if (blocks.length > 0) return refused;
  const found = toldOf(tree, question);
  const seen = found.map((one) => ({ ...one, isFixable: isFixable(tree, question, { rule: one.rule, found }) }));
  return [...refused, ...seen].sort(
    (one, other) => Number(one.severity !== 'error') - Number(other.severity !== 'error'),
  );
}

type Told = Omit<Seen, 'isFixable'>;

function toldOf(tree: Tree, { locale, arrival, rules }: Question): readonly Told[] {
  const next = treeWith(tree, locale, [arrival]);
  const why = new Map(rules.map((rule) => [rule.name, rule.why]));
  return findingsOf(rulesOfTexts(rules), next)
    .filter((finding) => unitKey(finding, { tree: next, locale }) === arrival.unit.key)
    .map(({ rule, severity, message, expected, found, fix }) => ({
      rule,
      severity,
      message,
      expected,
      found,
      fix,
      why: why.get(rule) ?? '',
    }));
}

/** Whether the fix takes its finding away and brings no other. */
function isFixable(
  tree: Tree,
  question: Question,
  { rule, found }: { readonly rule: string; readonly found: readonly Told[] },
): boolean {
  const text = question.fixed?.(rule) ?? question.arrival.text;
  if (text === question.arrival.text) return false;
  const after = toldOf(tree, { ...question, arrival: { ...question.arrival, text } });
  const count = (told: readonly Told[], name: string) => told.filter((one) => one.rule === name).length;
  return (
    count(after, rule) < count(found, rule) && after.every((one) => count(after, one.rule) <= count(found, one.rule))
  );
}

/** The catalogs as they would be, with what translators know of the room. */
function treeWith(tree: Tree, locale: string, arrivals: readonly Arrival[]): Tree {
  return { ...resultingTree(tree, { locale, arrivals }), abouts: tree.abouts };
}

const known = new Map<string, { readonly stamp: string; readonly keys: ReadonlySet<string> }>();

/** The units of a language, as they lie in the files, that something was found in. Looked for again only after a change. */
export function flawedKeys(tree: Tree, locale: string, rules: readonly Rule[]): ReadonlySet<string> {
  const stamp = stampOf(tree, locale);
  const name = `${tree.root} ${locale}`;
  const before = known.get(name);
  if (before?.stamp === stamp) return before.keys;
  const now = treeWith(tree, locale, []);
  const found = findingsOf(rulesOfTexts(rules), now);
  const keys = new Set(found.flatMap((finding) => unitKey(finding, { tree: now, locale }) ?? []));
  known.set(name, { stamp, keys });
  return keys;
}

/** Changes whenever a text of the language or of the English does. */
function stampOf({ catalogs, contents }: Tree, locale: string): string {
  const isOwn = (tag: string | undefined) => tag === locale || tag === sourceLocale;
  const texts = catalogs
    .filter((catalog) => isOwn(catalog.locale))
    .flatMap(({ entries }) => entries.map(({ key, value }) => `${key}\n${value}`));
  const pages = [...contents].filter(([file]) => isOwn(file.split('/')[1])).flat();
  return sourceHash([...texts, ...pages].join('\n'));
}
