import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceLocale } from '#core/language/locales.ts';
import { accept, type Wish } from '../accept.ts';
import { acceptedPage } from '../accept-page.ts';
import { grouped } from '../grouped.ts';
import { writeStatus } from '../status.ts';
import { areaOf, type Tree } from '../tree.ts';
import type { Arrival } from './arrivals.ts';
import { commentsPath, readComments, writtenComments } from './comments.ts';
import { withTexts } from './json-edit.ts';
import { piecesOfPage } from './page-units.ts';
import { type Plan, statusesOf, wishFor } from './plan.ts';
import { pageBlock, pagesWith } from './resulting-tree.ts';
import { isDone } from './unit.ts';

type Group = { readonly [name: string]: string | Group };

/** The files that an import changes, by path below the root: texts first, then their states. */
export function filesOf(tree: Tree, plan: Plan, wish: Wish): ReadonlyMap<string, string> {
  return new Map([
    ...catalogFiles(tree, plan),
    ...pageFiles(tree, plan, wish),
    ...statusFile(tree, plan, wish),
    ...commentFile(tree, plan),
  ]);
}

function isMessage({ unit }: Arrival): boolean {
  return pageBlock(unit.key) === undefined;
}

function read(root: string, file: string): string | undefined {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function catalogFiles({ root }: Tree, { locale, changed }: Plan): readonly (readonly [string, string])[] {
  const byArea = grouped(changed.filter(isMessage), ({ unit }) => areaOf(unit.key));
  return [...byArea].map(([area, arrivals]) => {
    const file = `locales/${locale}/${area}.json`;
    const changes = new Map(arrivals.map(({ unit, text }) => [unit.key.slice(area.length + 1), text]));
    const english = JSON.parse(read(root, `locales/${sourceLocale}/${area}.json`) ?? '{}') as Group;
    return [file, withTexts(read(root, file) ?? '{}\n', changes, english)] as const;
  });
}

/** The lines of the texts that changed or were confirmed; the others stay as they are. */
function statusFile(tree: Tree, plan: Plan, wish: Wish): readonly (readonly [string, string])[] {
  const own = [...plan.changed, ...plan.confirmed].filter(isMessage);
  if (own.length === 0) return [];
  const source = new Map(own.map(({ unit }) => [unit.key, unit.source]));
  const lines = new Map<string, string>();
  for (const arrival of own) {
    const { key } = arrival.unit;
    const { statuses } = accept({ source, statuses: statusesOf(tree, plan.locale) }, [key], wishFor(arrival, wish));
    const status = statuses.get(key);
    if (status) lines.set(key, writeStatus(status));
  }
  const file = `locales/${plan.locale}/status.json`;
  const english = tree.catalogs.filter(({ locale }) => locale === sourceLocale).flatMap(({ entries }) => entries);
  const order = Object.fromEntries(english.map(({ key }) => [key, '']));
  return [[file, withTexts(read(tree.root, file) ?? '{}\n', lines, order)]];
}

/**
 * A page has one state. It gets a new one when each of its texts has changed or was confirmed, or when it had one already
 * and something changed. Else the words come in, and the page is signed by `catalogs:accept` when somebody has read it all.
 */
function pageFiles(tree: Tree, plan: Plan, wish: Wish): readonly (readonly [string, string])[] {
  const news = [...plan.changed, ...plan.confirmed].filter((arrival) => !isMessage(arrival));
  const pages = pagesWith(tree, { locale: plan.locale, arrivals: news });
  return [...pages].flatMap(([file, text]) => {
    const slug = file.replace(/^.*\/|\.md$/g, '');
    const source = tree.contents.get(`content/${sourceLocale}/${slug}.md`) ?? '';
    const own = news.filter(({ unit }) => unit.file === file);
    const isRead = own.length === piecesOfPage(source).length || own.every(({ unit }) => isDone(unit.state));
    if (!isRead) return text === tree.contents.get(file) ? [] : [[file, text] as const];
    const state = own.some(({ brought }) => brought.isUnsure) ? ('draft' as const) : wish.state;
    return [[file, acceptedPage({ page: slug, text, source }, { ...wish, state })] as const];
  });
}

function commentFile({ root }: Tree, { locale, comments }: Plan): readonly (readonly [string, string])[] {
  if (comments.size === 0) return [];
  return [[commentsPath(locale), writtenComments(new Map([...readComments(root, locale), ...comments]))]];
}
