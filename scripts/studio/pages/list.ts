import { dirOf, localeFacts, type TranslatedLocale } from '#core/language/locales.ts';
import { type Html, html } from '../html.ts';
import { type Filter, type Listed, listStates, queryOf } from '../model/list.ts';
import { addressOf, type Frame, framed } from './frame.ts';

const onePage = 50;

type Content = {
  readonly locale: TranslatedLocale;
  readonly units: readonly Listed[];
  readonly areas: readonly string[];
  readonly filter: Filter;
  /** Counted from 1. */
  readonly sheet: number;
  /** The key that was saved just before. */
  readonly saved: string;
};

/** The texts of one language, as the filter says. */
export function listPage(frame: Frame, content: Content): string {
  const { say } = frame;
  const { locale, units, filter } = content;
  const { name } = localeFacts[locale];
  const sheets = Math.max(1, Math.ceil(units.length / onePage));
  const sheet = Math.min(Math.max(1, content.sheet), sheets);
  const shown = units.slice((sheet - 1) * onePage, sheet * onePage);
  const first = shown[0];
  const body = html`<h1>${say('list.title', { language: name })}</h1>
${content.saved !== '' && html`<p class="good" role="status">${say('saved.done')} <code dir="ltr">${content.saved}</code></p>`}
<ul class="row"><li><a href="${addressOf(frame, `${locale}/screens`)}">${say('list.screens')}</a></li>
<li><a href="${addressOf(frame, `${locale}/files`)}">${say('list.files')}</a></li></ul>
${filterForm(frame, content)}
${filter.screen !== '' && onScreen(frame, locale, filter)}
<p role="status">${say('list.count', { number: units.length })}</p>
${first && html`<p><a class="button" href="${textAddress(frame, { locale, key: first.key, filter })}">${say('list.begin')}</a></p>`}
<ul class="texts">${shown.map((unit) => textRow(frame, unit, content))}</ul>
${sheets > 1 && sheetLinks(frame, { locale, filter, sheet, sheets })}`;
  return framed(frame, { title: say('list.title', { language: name }), path: `${locale}${queryOf(filter)}`, body });
}

export function textAddress(
  frame: Pick<Frame, 'token' | 'ui'>,
  { locale, key, filter }: { readonly locale: string; readonly key: string; readonly filter: Filter },
): string {
  return addressOf(frame, `${locale}/text/${encodeURIComponent(key)}${queryOf(filter)}`);
}

function filterForm(frame: Frame, { locale, areas, filter }: Content): Html {
  const { say } = frame;
  const option = (value: string, text: string, chosen: string) =>
    html`<option value="${value}"${value === chosen ? html` selected` : undefined}>${text}</option>`;
  return html`<form class="filter" method="get" action="${addressOf(frame, locale)}" role="search">
<p><label for="area">${say('list.area')}</label>
<select id="area" name="area">${option('', say('list.all'), filter.area)}${areas.map((area) => option(area, area, filter.area))}</select></p>
<p><label for="state">${say('list.state')}</label>
<select id="state" name="state">${option('', say('list.all'), filter.state)}${listStates.map((state) => option(state, say(`state.${state}`), filter.state))}</select></p>
<p><label for="search">${say('list.search')}</label>
<input id="search" name="search" type="search" value="${filter.search}"></p>
${filter.screen !== '' && html`<input type="hidden" name="screen" value="${filter.screen}">`}
<p><button type="submit">${say('list.show')}</button></p>
</form>`;
}

function onScreen(frame: Frame, locale: string, filter: Filter): Html {
  const all = addressOf(frame, `${locale}${queryOf({ ...filter, screen: '' })}`);
  return html`<p>${frame.say('list.onScreen', { name: filter.screen })} <a href="${all}">${frame.say('list.allScreens')}</a></p>`;
}

type Row = { readonly locale: TranslatedLocale; readonly filter: Filter };

/** One text of a list, as a link to its page. */
export function textRow(frame: Frame, { key, source, target, state }: Listed, { locale, filter }: Row): Html {
  return html`<li><a class="card" href="${textAddress(frame, { locale, key, filter })}">
<span class="row"><code dir="ltr">${key}</code> <span class="state" data-state="${state}">${frame.say(`state.${state}`)}</span></span>
<span lang="en" dir="ltr">${source}</span>
${target !== '' && html`<span lang="${locale}" dir="${dirOf(locale)}">${target}</span>`}</a></li>`;
}

type Sheets = { readonly locale: string; readonly filter: Filter; readonly sheet: number; readonly sheets: number };

function sheetLinks(frame: Frame, { locale, filter, sheet, sheets }: Sheets): Html {
  const { say } = frame;
  const link = (number: number, text: string, rel: string) => {
    const query = new URLSearchParams([...new URLSearchParams(queryOf(filter)), ['sheet', String(number)]]);
    return html`<li><a rel="${rel}" href="${addressOf(frame, `${locale}?${query.toString()}`)}">${text}</a></li>`;
  };
  return html`<nav aria-label="${say('list.sheets')}"><ul class="row">
${sheet > 1 && link(sheet - 1, say('list.before'), 'prev')}
<li>${say('list.sheet', { number: sheet, all: sheets })}</li>
${sheet < sheets && link(sheet + 1, say('list.after'), 'next')}
</ul></nav>`;
}
