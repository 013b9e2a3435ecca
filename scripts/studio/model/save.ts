import { accept, type Wish } from '../../catalogs/accept.ts';
import type { Arrival } from '../../catalogs/exchange/arrivals.ts';
import { readComments } from '../../catalogs/exchange/comments.ts';
import { filesOf } from '../../catalogs/exchange/outcome.ts';
import { type Plan, statusesOf } from '../../catalogs/exchange/plan.ts';
import { pageBlock } from '../../catalogs/exchange/resulting-tree.ts';
import type { Unit } from '../../catalogs/exchange/unit.ts';
import { bareUnitsOf } from '../../catalogs/exchange/units.ts';
import { writeFiles } from '../../catalogs/exchange/write-files.ts';
import type { Rule } from '../../catalogs/rule.ts';
import { sourceHash } from '../../catalogs/source-hash.ts';
import { readTree, type Tree } from '../../catalogs/tree.ts';
import { lookAt, type Seen } from './findings.ts';

type Bare = Pick<Unit, 'key' | 'file' | 'source' | 'target' | 'state'>;

/** What a translator sends. `was` and `english` are the hashes of the translation and the English that she began with. */
export type Submission = {
  readonly locale: string;
  readonly key: string;
  readonly text: string;
  readonly was: string;
  readonly english: string;
  readonly wish: Wish;
  readonly comment: string;
};

/** What a save can lead to. In all but `saved` nothing was written. */
export type Outcome =
  | { readonly kind: 'saved'; readonly files: readonly string[] }
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'no-name' }
  | { readonly kind: 'empty' }
  /** Words stand in the box that nobody saved, and a page was to be signed. */
  | { readonly kind: 'unsaved' }
  /** Somebody wrote another text meanwhile; hers is not lost, and neither is theirs. */
  | { readonly kind: 'changed-meanwhile'; readonly theirs: string }
  | { readonly kind: 'english-changed' }
  | { readonly kind: 'second-reader' }
  /** A page that is not there yet is never shown half in English. */
  | { readonly kind: 'part-of-page' }
  | { readonly kind: 'refused'; readonly findings: readonly Seen[] };

/**
 * Writes one text and its state into the files, as `catalogs:import` would. Whatever else is in the files stays as it is
 * at that moment: texts that others wrote meanwhile are kept without a word.
 */
export function save(root: string, submission: Submission, rules: readonly Rule[]): Outcome {
  const { locale, key, wish } = submission;
  const tree = readTree(root);
  const unit = unitIn(tree, locale, key);
  if (!unit) return { kind: 'unknown-key' };
  const text = plainLines(submission.text);
  if (text.trim() === '') return { kind: 'empty' };
  const stale = conflict(unit, { ...submission, text });
  if (stale) return stale;
  if (pageBlock(key) && !tree.contents.has(unit.file)) return { kind: 'part-of-page' };
  const arrival = arrivalOf(unit, { text, comment: submission.comment, state: wish.state });
  const findings = lookAt(tree, { locale, arrival, rules });
  if (findings.some(({ severity }) => severity === 'error')) return { kind: 'refused', findings };
  if (isWithoutSecond(tree, arrival, { locale, wish })) return { kind: 'second-reader' };
  // The rules take a moment, in which somebody may have written.
  const latest = readTree(root);
  const now = unitIn(latest, locale, key);
  if (!now) return { kind: 'unknown-key' };
  const late = conflict(now, { ...submission, text });
  if (late) return late;
  const comment = submission.comment.trim();
  const isNews = comment !== '' && comment !== (readComments(root, locale).get(key) ?? '').trim();
  const plan: Plan = {
    locale,
    unchanged: [],
    refused: [],
    doubts: [],
    changed: text === now.target ? [] : [{ ...arrival, unit: now }],
    confirmed: text === now.target ? [{ ...arrival, unit: now }] : [],
    comments: isNews ? new Map([[key, comment]]) : new Map(),
  };
  try {
    const files = filesOf(latest, plan, wish);
    writeFiles(root, files);
    return { kind: 'saved', files: [...files.keys()] };
  } catch (error) {
    // The terms ask for a second reader in their own way.
    if (error instanceof Error && error.message.startsWith('somebody else than')) return { kind: 'second-reader' };
    throw error;
  }
}

export function unitIn(tree: Tree, locale: string, key: string): Bare | undefined {
  return bareUnitsOf(tree, locale).find((unit) => unit.key === key);
}

/** A text as if a file had brought it. */
export function arrivalOf(
  unit: Bare,
  { text, comment, state }: { readonly text: string; readonly comment: string; readonly state: Wish['state'] },
): Arrival {
  const brought = {
    key: unit.key,
    line: 0,
    source: unit.source,
    target: text,
    state,
    isUnsure: state === 'draft',
    comment,
  };
  return { brought, unit, text };
}

function conflict(
  unit: Bare,
  { text, was, english }: Pick<Submission, 'text' | 'was' | 'english'>,
): Outcome | undefined {
  if (sourceHash(unit.source) !== english) return { kind: 'english-changed' };
  // Two who write the same agree.
  if (sourceHash(unit.target) === was || unit.target === text) return undefined;
  return { kind: 'changed-meanwhile', theirs: unit.target };
}

function isWithoutSecond(
  tree: Tree,
  { unit }: Arrival,
  { locale, wish }: { readonly locale: string; readonly wish: Wish },
): boolean {
  if (pageBlock(unit.key)) return false;
  const source = new Map([[unit.key, unit.source]]);
  return accept({ source, statuses: statusesOf(tree, locale) }, [unit.key], wish).refused.length > 0;
}

/** Browsers send the line ends of another century. */
export function plainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
