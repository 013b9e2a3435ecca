import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { isTranslatedLocale, launchLocales, localeFacts } from '#core/language/locales.ts';
import { rules } from '../catalogs-check.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './rule.ts';
import { onlyIn, seededTree, withEachText, withPage, withSource, withText } from './testing/seeded-tree.ts';
import { languageFlaws } from './testing/word-flaws/language.ts';
import { termFlaws } from './testing/word-flaws/terms.ts';
import { writingFlaws } from './testing/word-flaws/writing.ts';
import type { Tree } from './tree.ts';

const clean = seededTree();
afterAll(() => rmSync(clean.root, { recursive: true }));

const nameOf = ({ rule, file, key }: Finding) => [rule, file, key].join(' | ');
const parts = new Map<string, { readonly clean: Tree; readonly before: ReadonlySet<string> }>();

/** What the clean tree has of one or more languages (`es pt-BR`), and what is told of it: it is a part of the project and asks for nothing. */
function partOf(names: string) {
  const known = parts.get(names);
  if (known) return known;
  const locales = names.split(' ').filter(isTranslatedLocale);
  const own = onlyIn(clean, ...locales);
  const part = { clean: own, before: new Set(findingsOf(rules, own).map(nameOf)) };
  parts.set(names, part);
  return part;
}

/** What is told of a seeded tree of these languages and wasn't of the clean one. */
function newIn(locales: string, seed: (part: Tree) => Tree): readonly Finding[] {
  const { clean: part, before } = partOf(locales);
  return findingsOf(rules, seed(part)).filter((finding) => !before.has(nameOf(finding)));
}

/** The same of one text: `ht start.begin`. */
function newWith(place: string, change: readonly [string, string], beside = ''): readonly Finding[] {
  return newIn(`${place.split(' ')[0] ?? ''} ${beside}`.trim(), (part) => withText(part, place, change));
}

test.each([...termFlaws, ...languageFlaws, ...writingFlaws])(
  '$rule finds $flaw in $place, and no other rule does',
  ({ rule, place, beside, change, found }) => {
    const told = newWith(place, change, beside);
    expect(new Set(told.map((finding) => finding.rule))).toEqual(new Set([rule]));
    if (found !== undefined) expect(told.map((finding) => finding.found)).toContain(found);
  },
);

const page = `import { useTranslations } from 'next-intl';
export function More({ name }: { readonly name: string }) {
  const t = useTranslations('start');
  return BODY;
}
`;
const sources = [
  { rule: 'hard-coded-text', flaw: 'words between tags', body: '<p>Not found</p>' },
  {
    rule: 'hard-coded-text',
    flaw: 'words for a screen reader',
    body: '<nav aria-label="Main menu">{t("title")}</nav>',
  },
  { rule: 'hard-coded-text', flaw: 'words in a condition', body: '<p>{name ? "Yes" : "No"}</p>' },
  { rule: 'hard-coded-text', flaw: 'words in a template', body: '<p>{`Hello ${name}`}</p>' },
  { rule: 'hard-coded-text', flaw: 'a reply of the server', body: 'c.text("Too late")' },
  { rule: 'hard-coded-text', flaw: 'a page of the server', body: 'name + "<h1>Too late</h1>"' },
  { rule: 'glued-sentence', flaw: 'two messages in a template', body: '`${t("title")} ${t("begin")}`' },
  { rule: 'glued-sentence', flaw: 'a message and words', body: '`${t("title")} by ${name}`' },
  { rule: 'glued-sentence', flaw: 'messages glued with +', body: 't("title") + " " + name' },
  { rule: 'glued-sentence', flaw: 'a message inside of another', body: 't("waits", { what: t("title") })' },
  { rule: 'intl-words', flaw: 'a date of Intl', body: 'new Intl.DateTimeFormat("en")' },
  { rule: 'intl-words', flaw: 'a date of the phone', body: 'new Date(name).toLocaleDateString()' },
];

test.each(sources)('$rule finds $flaw, and no other rule does', ({ rule, body }) => {
  const code = page.replace('BODY', () => body);
  const told = newIn('en', (part) => withSource(part, 'app/more.tsx', code)).filter(
    ({ rule: name }) => name !== 'undefined',
  );
  expect(new Set(told.map((finding) => finding.rule))).toEqual(new Set([rule]));
  expect(told[0]).toMatchObject({ file: 'app/more.tsx', line: 4 });
});

test('a message that stands for itself in another one is no glue', () => {
  const body = 't("left", { hours: t("title"), minutes: name })';
  const code = page.replace('BODY', () => body).replace("'start'", "'offer'");
  const seed = (part: Tree) =>
    withText(withSource(part, 'app/more.tsx', code), 'en offer.left', [
      '{hours}\u{A0}h {minutes}\u{A0}min',
      '{hours}.',
    ]);
  expect(newIn('en', seed).filter(({ rule }) => !['arguments', 'end-punctuation'].includes(rule))).toEqual([]);
});

describe('the glossary itself', () => {
  const glossary = join(clean.root, 'locales/glossary.json');
  const text = readFileSync(glossary, 'utf8');
  afterEach(() => writeFileSync(glossary, text));

  test.each([
    { rule: 'glossary-file', flaw: 'a term twice', from: '"key": "request"', to: '"key": "place"' },
    { rule: 'glossary-file', flaw: 'a language missing', from: '"ht": {', to: '"hx": {' },
    {
      rule: 'glossary-file',
      flaw: 'a word right and forbidden',
      from: '"forbidden": [',
      to: '"forbidden": ["Puente",',
    },
  ])('$rule finds $flaw', ({ rule, from, to }) => {
    writeFileSync(
      glossary,
      text.replace(from, () => to),
    );
    const told = findingsOf(rules, { ...clean }).filter((finding) => finding.rule === rule);
    expect(told).toHaveLength(1);
    expect(told[0]?.file).toBe('locales/glossary.json');
  });
});

describe('faults reported of the predecessor in Haitian Creole', () => {
  test.each([
    {
      fault: 'a term without its accent',
      place: 'ht start.need.phone',
      change: ['telefòn', 'telefon'],
      rule: 'accent-variants',
    },
    {
      fault: 'words glued together',
      place: 'ht start.steps.wait',
      change: ['yon mesaj', 'yonmesaj'],
      rule: 'glued-words',
    },
    {
      fault: 'words split',
      place: 'ht start.steps.wait',
      change: ['mesaj', 'me saj'],
      rule: 'glued-words',
    },
    {
      fault: 'customs translated as traditions',
      place: 'ht start.free.text',
      change: ['Ou pa janm peye.', 'Ou pa janm peye tradisyon.'],
      rule: 'customs',
    },
    {
      fault: 'English drop-downs',
      place: 'ht register.sex.x',
      change: ['X, oswa yon lòt', 'X, or another one'],
      rule: 'foreign-words',
    },
  ] as const)('$fault', ({ place, change, rule }) => {
    expect(new Set(newWith(place, change).map((finding) => finding.rule))).toEqual(new Set([rule]));
  });

  test('terms without accents in each and every text', () => {
    const told = newIn('ht', (part) =>
      withEachText(part, 'ht', (text) => text.normalize('NFD').replaceAll('\u0300', '')),
    );
    const variants = told.flatMap(({ rule, expected, found }) =>
      rule === 'accent-variants' ? [[expected, found]] : [],
    );
    expect(variants).toContainEqual(['telefòn', 'telefon']);
    expect(variants).toContainEqual(['fwontyè', 'fwontye']);
  });

  test('English error messages', () => {
    const english = 'You can ask only in the north or the center of Mexico. We look where you are.';
    const creole = 'Mande yon plas. Pou sa, fòk telefòn ou nan nò oswa nan mitan Meksik.';
    expect(newWith('ht start.steps.ask', [creole, english]).map((finding) => finding.rule)).toEqual(['other-language']);
  });

  test('the choice of language only after signing in: every page has it, and each language tells its own name', () => {
    const shell = readFileSync(join(import.meta.dirname, '../../app/_ui/shell/shell.tsx'), 'utf8');
    expect(shell).toContain('<LanguageMenu');
    for (const locale of launchLocales) expect(localeFacts[locale].name).not.toBe('');
  });
});

test('a sentence in a long text is held to the same rules', () => {
  const rulesOf = (locale: string, change: readonly [string, string]) =>
    newIn(locale, (part) => withPage(part, locale, change)).map(({ rule }) => rule);
  expect(rulesOf('ht', ['Chwazi lang ou.', 'Chwazi lang tradisyon ou.'])).toEqual(['customs']);
  expect(rulesOf('ru', ['Выберите', 'Выберите booking'])).toEqual(['foreign-words']);
});
