import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTranslatedLocale, sourceLocale, type TranslatedLocale } from '#core/language/locales.ts';
import type { Finding } from '../finding.ts';
import { findingsOf, type Rule } from '../rule.ts';
import { readTree } from '../tree.ts';
import { writeCleanTree } from './clean-tree.ts';
import { onlyIn } from './seeded-tree.ts';

/** One clean tree for many flaws, one after the other: to write one for each takes as long as the rules. */
export class SharedTree {
  readonly root = writeCleanTree();
  readonly #files = textsIn(this.root);
  readonly #clean = readTree(this.root);
  readonly #told = new Map<string, ReadonlySet<string>>();
  readonly #rules: readonly Rule[];

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /**
   * What the rules find now. What was changed in translations alone concerns their languages, so that the rules look at
   * these and the source.
   */
  findings(): readonly Finding[] {
    const tree = readTree(this.root);
    const locales = translationsOf(this.#changed());
    if (!locales) return findingsOf(this.#rules, tree);
    const told = this.#toldOf(locales);
    return findingsOf(this.#rules, onlyIn(tree, ...locales)).filter((one) => !told.has(JSON.stringify(one)));
  }

  /** Of a clean part: exceptions for languages that are not in it, which nothing needs there. */
  #toldOf(locales: readonly TranslatedLocale[]): ReadonlySet<string> {
    const name = locales.join(' ');
    const told =
      this.#told.get(name) ??
      new Set(findingsOf(this.#rules, onlyIn(this.#clean, ...locales)).map((one) => JSON.stringify(one)));
    this.#told.set(name, told);
    return told;
  }

  /** Makes it clean again. */
  restore(): void {
    for (const file of this.#changed()) {
      const text = this.#files.get(file);
      if (text === undefined) rmSync(join(this.root, file));
      else writeFileSync(join(this.root, file), text);
    }
  }

  end(): void {
    rmSync(this.root, { recursive: true });
  }

  /** Files that are otherwise than in the clean tree, are gone or have come. */
  #changed(): readonly string[] {
    const now = textsIn(this.root);
    return [...new Set([...this.#files.keys(), ...now.keys()])].filter(
      (file) => this.#files.get(file) !== now.get(file),
    );
  }
}

/** The languages of the files where all are translations. */
function translationsOf(files: readonly string[]): readonly TranslatedLocale[] | undefined {
  const tags = new Set(files.map((file) => /^(?:locales|content)\/([^/]+)\//.exec(file)?.[1] ?? sourceLocale));
  const locales = [...tags].filter(isTranslatedLocale);
  return tags.size === 0 || tags.has(sourceLocale) || locales.length < tags.size ? undefined : locales.sort();
}

function textsIn(root: string): ReadonlyMap<string, string> {
  const files = globSync('**/*.*', { cwd: root });
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
}
