import { dirOf, localeFacts, type TranslatedLocale } from '#core/language/locales.ts';
import { type Html, html } from '../html.ts';
import { addressOf, type Frame, framed } from './frame.ts';

export type LanguageRow = { readonly locale: TranslatedLocale; readonly todo: number; readonly all: number };

/** The first page: into which language? */
export function languagesPage(frame: Frame, rows: readonly LanguageRow[]): string {
  const { say } = frame;
  const item = ({
    locale,
    todo,
    all,
  }: LanguageRow): Html => html`<li><a class="card" href="${addressOf(frame, locale)}">
<strong lang="${locale}" dir="${dirOf(locale)}">${localeFacts[locale].name}</strong>
<span>${say('languages.todo', { todo, all })}</span></a></li>`;
  const body = html`<h1>${say('languages.title')}</h1><p>${say('languages.what')}</p><ul class="cards">${rows.map(item)}</ul>`;
  return framed(frame, { title: say('languages.title'), path: '', body });
}
