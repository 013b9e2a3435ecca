import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TranslatedLocale } from '#core/language/locales.ts';
import { grouped } from '../grouped.ts';
import type { Entry } from '../json-file.ts';
import { keysUsed } from '../lexer.ts';
import { type CatalogFile, readTree, type Tree } from '../tree.ts';

const project = join(import.meta.dirname, '../../..');
const areas = ['start', 'offer', 'standing', 'register', 'ask', 'port'];

/** Languages that have no catalogs yet, with a few messages each: the rules are ready before they come. */
const coming: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ar: {
    'start.title': 'اطلب موعدًا في منفذ حدودي',
    'start.lead': 'هذه طريقة عادلة لطلب يوم ووقت على الحدود بين المكسيك والولايات المتحدة.',
    'start.free.title': 'هذا مجاني',
    'start.draw.daily': 'كل يوم قرعة واحدة على أماكن يوم واحد.',
    'start.steps.register': 'أجب عن أسئلة عنك، سؤالًا بعد سؤال. نحفظ الإجابة التي تكتبها.',
    'start.steps.wait': 'انظر هنا بعد القرعة. الإجابة تصلك في رسالة أيضًا.',
    'start.begin': 'ابدأ',
    'offer.title': 'مكان لك',
    'offer.confirmLink': 'أكّد هذا المكان',
  },
  'zh-Hans': {
    'start.title': '申请在口岸办理的预约',
    'start.lead': '这是在墨西哥和美国边境申请日期和时间的公平方法。',
    'start.free.title': '这是免费的',
    'start.draw.daily': '每天有一次抽签，分配一天的名额。',
    'start.steps.register': '请逐个回答关于您的问题。您的回答会保存。',
    'start.steps.wait': '抽签以后请看这里。我们也会给您发消息。',
    'start.begin': '开始',
    'offer.title': '给您的名额',
    'offer.confirmLink': '确认这个名额',
  },
};

/** What the glossary will say in them. */
const comingTerms: Readonly<Record<string, Readonly<Record<string, { use: string; forbidden: readonly string[] }>>>> = {
  place: {
    ar: { use: 'مكان, أماكن', forbidden: ['مساحة', 'موضع'] },
    'zh-Hans': { use: '名额', forbidden: ['位置', '地方'] },
  },
};

/**
 * Some areas of the project's own catalogs and one long text, with the glossary and the exceptions in a folder of their
 * own: real sentences, in which a seeded flaw has to be found. Nothing in that folder asks for the messages.
 */
export function seededTree(): Tree {
  const root = mkdtempSync(join(tmpdir(), 'catalogs-'));
  cpSync(join(project, 'scripts/catalogs/exceptions'), join(root, 'scripts/catalogs/exceptions'), { recursive: true });
  mkdirSync(join(root, 'locales'));
  writeFileSync(join(root, 'locales/glossary.json'), glossary());
  const { catalogs, contents, ...tree } = readTree(project);
  return {
    ...tree,
    root,
    catalogs: [...catalogs.filter(({ area }) => areas.includes(area)), ...Object.keys(coming).flatMap(comingFiles)],
    contents: new Map([...contents].filter(([file]) => file.endsWith('/help.md'))),
    uses: [],
    // Where the translations stand has tests of its own.
    statuses: [],
    abouts: [],
  };
}

/** The tree with other words in one message, `ht start.begin`; throws where there is nothing to replace. */
export function withText(tree: Tree, place: string, [from, to]: readonly [string, string]): Tree {
  const isMeant = ({ locale }: CatalogFile, { key, value }: Entry) =>
    `${locale} ${key}` === place && value.includes(from);
  if (!tree.catalogs.some((catalog) => catalog.entries.some((entry) => isMeant(catalog, entry)))) {
    throw new Error(`expected “${from}” in ${place}, found none`);
  }
  const catalogs = tree.catalogs.map((catalog) => ({
    ...catalog,
    entries: catalog.entries.map((entry) =>
      isMeant(catalog, entry) ? { ...entry, value: entry.value.replace(from, () => to) } : entry,
    ),
  }));
  return { ...tree, catalogs };
}

/** The tree with other words in the long text of a language. */
export function withPage(tree: Tree, locale: string, [from, to]: readonly [string, string]): Tree {
  const file = `content/${locale}/help.md`;
  const text = tree.contents.get(file) ?? '';
  if (!text.includes(from)) throw new Error(`expected “${from}” in ${file}, found none`);
  return { ...tree, contents: new Map([...tree.contents, [file, text.replace(from, () => to)]]) };
}

/** The tree with one more source. */
export function withSource(tree: Tree, file: string, code: string): Tree {
  const path = join(tree.root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, code);
  return { ...tree, uses: keysUsed(code, file) };
}

function comingFiles(locale: string): readonly CatalogFile[] {
  const messages = Object.entries(coming[locale] ?? {});
  return [...grouped(messages, ([key]) => key.split('.')[0] ?? '')].map(([area, own]) => ({
    // Not a language of the screens yet; the rules look languages up by their tag.
    locale: locale as TranslatedLocale,
    area,
    file: `locales/${locale}/${area}.json`,
    entries: own.map(([key, value], index) => ({ key, value, line: index + 2 })),
    flaws: [],
  }));
}

function glossary(): string {
  const text = readFileSync(join(project, 'locales/glossary.json'), 'utf8');
  const { terms } = JSON.parse(text) as { readonly terms: readonly { readonly key: string }[] };
  return JSON.stringify({ terms: terms.map((term) => ({ ...term, ...comingTerms[term.key] })) }, null, 2);
}
