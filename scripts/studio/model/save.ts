import { accept, type Wish } from '../../catalogs/accept.ts';
import { NeedsAnotherReader } from '../../catalogs/accept-page.ts';
import type { Arrival } from '../../catalogs/exchange/arrivals.ts';
import { filesOf } from '../../catalogs/exchange/outcome.ts';
import { type Plan, statusesOf } from '../../catalogs/exchange/plan.ts';
import { pageBlock } from '../../catalogs/exchange/resulting-tree.ts';
import type { Unit } from '../../catalogs/exchange/unit.ts';
import { bareUnitsOf } from '../../catalogs/exchange/units.ts';
import { writeFiles } from '../../catalogs/exchange/write-files.ts';
import type { Rule } from '../../catalogs/rule.ts';
import { sourceHash } from '../../catalogs/source-hash.ts';
import { areasOfTwo, isSigner } from '../../catalogs/status.ts';
import { areaOf, readTree, type Tree } from '../../catalogs/tree.ts';
import { lookAt, type Seen } from './findings.ts';
import { type Note, newNote, plainLines } from './note.ts';

type Bare = Pick<Unit, 'key' | 'file' | 'source' | 'target' | 'state'>;

/** What a translator sends. `was` and `english` are the hashes of the translation and the English that she began with. */
export type Submission = Note & {
  readonly text: string;
  readonly was: string;
  readonly english: string;
  readonly wish: Wish;
};

/** What a save can lead to. In all but `saved` nothing was written. */
export type Outcome =
  | { readonly kind: 'saved'; readonly files: readonly string[] }
  | { readonly kind: 'unknown-key' }
  | { readonly kind: 'no-name' }
  | { readonly kind: 'empty' }
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
  if (!isSigner(wish.by)) return { kind: 'no-name' };
  const tree = readTree(root);
  const unit = unitIn(tree, locale, key);
  if (!unit) return { kind: 'unknown-key' };
  const text = plainLines(submission.text);
  const isEmpty = text.trim() === '';
  const notes = newNote(root, submission);
  // Who only leaves a note has said nothing of the text.
  const isAsBefore = text === unit.target && wish.state === unit.state;
  if (isAsBefore || (isEmpty && unit.target === '' && notes.size > 0)) return written(tree, { locale, notes }, wish);
  if (isEmpty) return { kind: 'empty' };
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
  return written(latest, { locale, notes, arrival: { ...arrival, unit: now } }, wish);
}

type News = { readonly locale: string; readonly notes: ReadonlyMap<string, string>; readonly arrival?: Arrival };

function written(tree: Tree, { locale, notes, arrival }: News, wish: Wish): Outcome {
  const said = arrival ? [arrival] : [];
  const plan: Plan = {
    locale,
    unchanged: [],
    refused: [],
    doubts: [],
    changed: said.filter(({ unit, text }) => text !== unit.target),
    confirmed: said.filter(({ unit, text }) => text === unit.target),
    comments: notes,
  };
  try {
    const files = filesOf(tree, plan, wish);
    writeFiles(tree.root, files);
    return { kind: 'saved', files: [...files.keys()] };
  } catch (error) {
    if (error instanceof NeedsAnotherReader) return { kind: 'second-reader' };
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
  { unit, text }: Arrival,
  { locale, wish }: { readonly locale: string; readonly wish: Wish },
): boolean {
  if (pageBlock(unit.key)) return false;
  // Whoever writes it anew has translated it.
  if (wish.state === 'reviewed' && text !== unit.target && areasOfTwo.includes(areaOf(unit.key))) return true;
  const source = new Map([[unit.key, unit.source]]);
  return accept({ source, statuses: statusesOf(tree, locale) }, [unit.key], wish).refused.length > 0;
}
