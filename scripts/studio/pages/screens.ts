import { localeFacts, type TranslatedLocale } from '#core/language/locales.ts';
import { type Html, html } from '../html.ts';
import { everything, type Listed } from '../model/list.ts';
import type { Screen } from '../model/screens.ts';
import { addressOf, type Frame, framed } from './frame.ts';
import { textAddress, textRow } from './list.ts';
import { picturePart } from './picture.ts';

export type ScreenRow = { readonly name: string; readonly todo: number; readonly all: number };

/** All screens of the program, to choose one. */
export function screensPage(
  frame: Frame,
  { locale, rows }: { readonly locale: TranslatedLocale; readonly rows: readonly ScreenRow[] },
): string {
  const { say } = frame;
  const title = say('screens.title', { language: localeFacts[locale].name });
  const item = ({
    name,
    todo,
    all,
  }: ScreenRow): Html => html`<li><a class="card" href="${screenAddress(frame, locale, name)}">
<strong dir="ltr">${name}</strong><span>${say('languages.todo', { todo, all })}</span></a></li>`;
  const body = html`<h1>${title}</h1><p>${say('screens.what')}</p>
${rows.length === 0 && html`<p>${say('screens.none', { command: 'npm run screens' })}</p>`}
<ul class="cards">${rows.map(item)}</ul>`;
  return framed(frame, { title, path: `${locale}/screens`, body });
}

type Content = { readonly locale: TranslatedLocale; readonly screen: Screen; readonly units: readonly Listed[] };

/** One screen: its picture, and its texts beside it. */
export function screenPage(frame: Frame, { locale, screen, units }: Content): string {
  const { say } = frame;
  const { name, marks } = screen;
  const filter = { ...everything, screen: name };
  const marked = units.map(({ key }, index) => ({
    key,
    number: index + 1,
    address: textAddress(frame, { locale, key, filter }),
  }));
  const title = say('screens.one', { name });
  const body = html`<p><a href="${addressOf(frame, `${locale}/screens`)}">${say('screens.all')}</a></p>
<h1>${title}</h1><p>${marks ? say('screens.press') : say('screens.unmarked')}</p>
<div class="columns picture-first"><div>${picturePart(frame, screen, marked)}</div>
<section aria-labelledby="texts"><h2 id="texts">${say('screens.texts')}</h2>
<ol class="texts">${units.map((unit) => textRow(frame, unit, { locale, filter }))}</ol></section></div>`;
  return framed(frame, { title, path: `${locale}/screens/${name}`, body });
}

export function screenAddress(frame: Pick<Frame, 'token' | 'ui'>, locale: string, name: string): string {
  return addressOf(frame, `${locale}/screens/${name}`);
}
