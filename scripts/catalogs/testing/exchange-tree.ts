import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Wish } from '../accept.ts';
import { readFile, writers } from '../exchange/formats.ts';
import { filesOf } from '../exchange/outcome.ts';
import { planOf } from '../exchange/plan.ts';
import type { BroughtFile, Format } from '../exchange/unit.ts';
import { unitsOf } from '../exchange/units.ts';
import { readLongText } from '../long-text.ts';
import type { Rule } from '../rule.ts';
import { sourceHash } from '../source-hash.ts';
import { readTree, type Tree } from '../tree.ts';

type Group = { readonly [name: string]: string | Group };

export const wish: Wish = { by: 'ana', on: '2027-02-01', state: 'translated' };

const english: Group = {
  title: 'Your place',
  greeting: 'Hello {name}',
  rich: 'Read <link>the terms</link> first.',
  people: '{count, plural, one {{countText} person} other {{countText} people}}',
  nobody: '{count, plural, =0 {Nobody} one {{countText} person} other {{countText} people}}',
  box: { date: 'Come at 8:30 on {day}', gone: 'No place is free' },
};

const russian: Group = {
  title: 'Ваше место',
  greeting: 'Здравствуйте, {name}',
  rich: 'Сначала прочитайте <link>условия</link>.',
  people:
    '{count, plural, one {{countText} человек} few {{countText} человека} many {{countText} человек} other {{countText} человека}}',
  nobody:
    '{count, plural, =0 {Никого} one {{countText} человек} few {{countText} человека} many {{countText} человек} other {{countText} человека}}',
  box: { date: 'Приходите в 8:30, день: {day}', gone: 'Свободных мест нет' },
};

const spanish: Group = {
  title: 'Su lugar',
  people: '{count, plural, one {{countText} persona} many {{countText} de personas} other {{countText} personas}}',
};

export const englishPage = `---
title: Help
version: "2027-01"
state: source
---

## How do I ask?

Press **Ask**. You get an answer.

- Have a phone.
- Have a document.
`;

const russianPage = `---
title: Помощь
version: "2027-01"
state: draft
by: machine
on: "2027-01-31"
sourceHash: "${sourceHash(readLongText(englishPage).body)}"
---

## Как подать заявку?

Нажмите **Подать**. Вам ответят.

- Нужен телефон.
- Нужен документ.
`;

/** A small project: English, Russian in full, a little Spanish, and one page. */
export function writeExchangeTree(files: Readonly<Record<string, string>> = {}): string {
  const states = Object.fromEntries(
    leavesOf({ sample: english }).map(([key, text]) => [key, `${sourceHash(text)} draft machine 2027-01-31`]),
  );
  return writeTree({
    'locales/en/sample.json': json(english),
    'locales/en/problem.json': json({ busy: { what: 'Too many people are here now.' } }),
    'locales/en/about/sample.jsonc': json({ title: { about: 'Heading of the page.', max: 30 }, '*': 'A text.' }),
    'locales/ru/sample.json': json(russian),
    'locales/ru/problem.json': json({ busy: { what: 'Сейчас здесь слишком много людей.' } }),
    'locales/ru/status.json': json(states),
    'locales/es/sample.json': json(spanish),
    'content/en/help.md': englishPage,
    'content/ru/help.md': russianPage,
    'app/[locale]/page.tsx': `import { useTranslations } from 'next-intl';\nexport function Page() {\n  const t = useTranslations('sample');\n  return t('title');\n}\n`,
    ...files,
  });
}

/** These files, in a folder of their own. */
export function writeTree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'exchange-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function leavesOf(group: Group, path: readonly string[] = []): readonly (readonly [string, string])[] {
  return Object.entries(group).flatMap(([name, value]) =>
    typeof value === 'string' ? [[[...path, name].join('.'), value] as const] : leavesOf(value, [...path, name]),
  );
}

/** What a translator gets. */
export function exported(tree: Tree, locale: string, format: Format): string {
  return writers[format]({ source: 'en', target: locale, units: unitsOf(tree, locale) });
}

export function read(text: string): BroughtFile {
  return readFile(new TextEncoder().encode(text));
}

/** What an import would do with a file, and the files that it would write. */
export function imported(
  root: string | Tree,
  text: string | Uint8Array,
  { rules, ...more }: { readonly rules: readonly Rule[]; readonly wish?: Wish; readonly locale?: string },
) {
  const tree = typeof root === 'string' ? readTree(root) : root;
  const file = readFile(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  const plan = planOf(tree, { file, wish, rules, ...more });
  return { plan, files: filesOf(tree, plan, more.wish ?? wish) };
}
