import { dirOf } from '#core/language/locales.ts';
import { type Html, html } from '../html.ts';
import type { Filter } from '../model/list.ts';
import type { Screen } from '../model/screens.ts';
import type { TermView, TextView } from '../model/text-view.ts';
import type { Frame } from './frame.ts';
import { textAddress } from './list.ts';
import { picturePart } from './picture.ts';
import { screenAddress } from './screens.ts';

/** What stands beside a text: words, pictures, earlier translations, other languages, place of use. */
export function asidePart(frame: Frame, view: TextView, filter: Filter): Html {
  return html`<aside aria-label="${frame.say('aside.title')}">
${terms(frame, view)}${pictures(frame, view)}${near(frame, view, filter)}${others(frame, view)}${places(frame, view)}</aside>`;
}

function terms({ say }: Frame, { terms: all, locale }: TextView): Html | undefined {
  if (all.length === 0) return undefined;
  const own = (text: string) => html`<bdi lang="${locale}" dir="${dirOf(locale)}">${text}</bdi>`;
  const item = ({ name, definition, use, also, forbidden, note }: TermView) => html`<div>
<dt><span lang="en" dir="ltr">${name}</span> → <strong>${own(use)}</strong></dt>
<dd><span lang="en" dir="ltr">${definition}</span></dd>
${also !== '' && html`<dd>${say('aside.also')} ${own(also)}</dd>`}
${forbidden.length > 0 && html`<dd>${say('aside.forbidden')} ${own(forbidden.join(', '))}</dd>`}
${note !== '' && html`<dd lang="en" dir="ltr">${note}</dd>`}</div>`;
  return html`<section><h2>${say('aside.terms')}</h2><dl>${all.map(item)}</dl></section>`;
}

function pictures(frame: Frame, { pictures: all, locale, unit }: TextView): Html | undefined {
  if (all.length === 0) return undefined;
  const { say } = frame;
  const item = (screen: Screen) => html`<li>${picturePart(frame, screen, [{ key: unit.key }])}
<a href="${screenAddress(frame, locale, screen.name)}">${say('screens.one', { name: screen.name })}</a></li>`;
  return html`<section><h2>${say('aside.pictures')}</h2><ul class="row pictures">${all.map(item)}</ul></section>`;
}

function near(frame: Frame, { near: all, locale }: TextView, filter: Filter): Html | undefined {
  if (all.length === 0) return undefined;
  const { say } = frame;
  return html`<section><h2>${say('aside.near')}</h2><ul class="texts">${all.map(
    ({ key, source, target, likeness, state }) => html`<li>
<a href="${textAddress(frame, { locale, key, filter })}"><code dir="ltr">${key}</code></a> ${say('aside.likeness', { share: Math.round(likeness * 100) })} · ${say(`state.${state}`)}
<p lang="en" dir="ltr">${source}</p><p lang="${locale}" dir="${dirOf(locale)}">${target}</p></li>`,
  )}</ul></section>`;
}

function others({ say }: Frame, { others: all }: TextView): Html | undefined {
  if (all.length === 0) return undefined;
  return html`<section><h2>${say('aside.others')}</h2><details><summary>${say('aside.show')}</summary><dl>${all.map(
    ({ locale, name, text }) =>
      html`<div><dt lang="${locale}" dir="${dirOf(locale)}">${name}</dt><dd lang="${locale}" dir="${dirOf(locale)}">${text}</dd></div>`,
  )}</dl></details></section>`;
}

function places({ say }: Frame, { places: all }: TextView): Html | undefined {
  if (all.length === 0) return undefined;
  return html`<section><h2>${say('aside.places')}</h2><ul>${all.map((place) => html`<li><code dir="ltr">${place}</code></li>`)}</ul></section>`;
}
