import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { launchLocales } from '#core/language/locales.ts';
import { writeCleanTree } from '../testing/clean-tree.ts';
import { differenceFlaws } from '../testing/flaws/differences.ts';
import { filesFlaws } from '../testing/flaws/files.ts';
import { otherLanguageFlaws } from '../testing/flaws/other-languages.ts';
import { translationFlaws } from '../testing/flaws/translations.ts';
import { useFlaws } from '../testing/flaws/uses.ts';
import { wordAndPageFlaws } from '../testing/flaws/words-and-pages.ts';
import { writingFlaws } from '../testing/flaws/writing.ts';
import { samples } from '../testing/samples.ts';
import { wordAreas } from '../testing/seeded-tree.ts';
import { languageFlaws } from '../testing/word-flaws/language.ts';
import { termFlaws } from '../testing/word-flaws/terms.ts';
import { writingFlaws as wordWritingFlaws } from '../testing/word-flaws/writing.ts';

const project = join(import.meta.dirname, '../../..');

/** A tree without a flaw on the disk; gives its root. */
type CleanTree = () => string;

/** A flaw and the clean tree it is put into. */
export type Case = {
  readonly rule: string;
  readonly flaw: string;
  readonly clean: CleanTree;
  /** Why catalogs alone do not show it, where the difference of the trees does not say so. */
  readonly outside?: string;
  readonly seed: (root: string) => void;
};

const otherLanguages = ['ar', 'zh-Hans'] as const;
const wordFlaws = [...termFlaws, ...languageFlaws, ...wordWritingFlaws];

/** The clean tree of the suites, with the samples of Arabic and Chinese too. */
function writeSamples(): string {
  const root = writeCleanTree();
  for (const locale of otherLanguages) put(root, sampleOf(locale), samples[locale]);
  return root;
}

/** The areas of the project's own catalogs that the flaws of words are in, with what the rules of words read. */
function writeWords(): string {
  const root = mkdtempSync(join(tmpdir(), 'catalogs-'));
  const inFlaws = wordFlaws.flatMap(({ place, beside }) => [languageOf(place), ...(beside?.split(' ') ?? [])]);
  const locales = [...new Set([...launchLocales, ...inFlaws])];
  const files = locales.flatMap((locale) => [
    ...wordAreas.map((area) => `locales/${locale}/${area}.json`),
    `content/${locale}/help.md`,
    // Months and weekdays of other languages are foreign words.
    `locales/${locale}/words`,
  ]);
  for (const file of ['scripts/catalogs/exceptions', 'locales/glossary.json', ...files])
    cpSync(join(project, file), join(root, file), { recursive: true });
  return root;
}

const languageOf = (place: string) => place.split(' ')[0] ?? '';
const sampleOf = (locale: string) => `locales/${locale}/sample.json`;

/** Every flaw of the suites' lists. */
export const cases: readonly Case[] = [
  ...[...filesFlaws, ...translationFlaws, ...wordAndPageFlaws, ...differenceFlaws, ...writingFlaws].map(
    ({ rule, flaw, seed }) => ({ rule, flaw, clean: writeCleanTree, seed }),
  ),
  ...useFlaws.map(({ rule, flaw, seed }) => ({
    rule,
    flaw,
    clean: writeCleanTree,
    outside: 'between catalogs and sources',
    seed,
  })),
  ...otherLanguageFlaws.map(({ locale, rule, flaw, key, change: [from, to] }) => ({
    rule,
    flaw: `${flaw} (${locale})`,
    clean: writeSamples,
    seed: (root: string) =>
      put(root, sampleOf(locale), { ...samples[locale], [key]: replaced(samples[locale][key], from, to) }),
  })),
  ...wordFlaws.map(({ rule, flaw, place, change: [from, to] }) => ({
    rule,
    flaw: `${flaw} (${place})`,
    clean: writeWords,
    seed(root: string) {
      const [area = '', ...path] = (place.split(' ')[1] ?? '').split('.');
      const file = `locales/${languageOf(place)}/${area}.json`;
      const messages: unknown = JSON.parse(readFileSync(join(root, file), 'utf8'));
      put(
        root,
        file,
        changed(messages, path, (text) => replaced(text, from, to)),
      );
    },
  })),
];

/** A copy of nested messages with another text at a path. */
function changed(messages: unknown, path: readonly string[], change: (text: string) => string): unknown {
  const [name, ...rest] = path;
  if (typeof messages === 'string') return change(messages);
  if (typeof messages !== 'object' || messages === null || name === undefined)
    throw new Error(`expected a message at ${path.join('.')}, found none`);
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]: readonly [string, unknown]) => [
      key,
      key === name ? changed(value, rest, change) : value,
    ]),
  );
}

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`expected “${from}” in “${text}”, found none`);
  return from === '' ? to : text.replace(from, () => to);
}

function put(root: string, file: string, messages: unknown): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), `${JSON.stringify(messages, null, 2)}\n`);
}
