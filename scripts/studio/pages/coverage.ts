import { dirOf, localeFacts } from '#core/language/locales.ts';
import { type Html, html } from '../html.ts';
import { allRegistrants, type Cover, type Coverage, coverageKinds, reachOf } from '../model/coverage.ts';
import { addressOf, type Frame, framed } from './frame.ts';

/** Languages and kinds of texts: a table with a bar in each cell, and below what of the people it reaches. */
export function coveragePage(frame: Frame, all: readonly Coverage[]): string {
  const { say } = frame;
  const heads = coverageKinds.map((kind) => html`<th scope="col">${say(`coverage.kind.${kind}`)}</th>`);
  const reach = coverageKinds.map((kind) => {
    const { there, read } = reachOf(all, kind);
    return html`<td>${bar(there, read)}<span>${say('coverage.there', { share: there })}</span>
${kind !== 'menus' && html`<span>${say('coverage.read', { share: read })}</span>`}</td>`;
  });
  const body = html`<h1>${say('coverage.title')}</h1><p>${say('coverage.what')}</p>
<div class="wide" role="region" aria-label="${say('coverage.title')}" tabindex="0"><table>
<thead><tr><th scope="col">${say('coverage.language')}</th><th scope="col">${say('coverage.people')}</th>${heads}</tr></thead>
<tbody>${all.map((one) => row(frame, one))}</tbody>
<tfoot><tr><th scope="row" colspan="2">${say('coverage.reach')}</th>${reach}</tr></tfoot>
</table></div>
<p>${say('coverage.source', { people: grouped(allRegistrants) })}</p>`;
  return framed(frame, { title: say('coverage.title'), path: 'coverage', body });
}

function row(frame: Frame, { locale, share, kinds }: Coverage): Html {
  const { say } = frame;
  const name = html`<span lang="${locale}" dir="${dirOf(locale)}">${localeFacts[locale].name}</span>`;
  const people = share === undefined ? say('coverage.uncounted') : say('coverage.percent', { share });
  return html`<tr><th scope="row">${locale === 'en' ? name : html`<a href="${addressOf(frame, locale)}">${name}</a>`}</th>
<td>${people}</td>${coverageKinds.map((kind) => cell(frame, kinds[kind], kind === 'menus'))}</tr>`;
}

function cell({ say }: Frame, { of, there, read }: Cover, isUnsigned: boolean): Html {
  if (of === 0) return html`<td>${say('coverage.none')}</td>`;
  const [thereShare, readShare] = [percent(there, of), percent(read, of)];
  return html`<td>${bar(thereShare, readShare)}<span>${say('coverage.there', { share: thereShare })}</span>
${!isUnsigned && html`<span>${say('coverage.read', { share: readShare })}</span>`}</td>`;
}

/** Never 100 as long as one is missing. */
function percent(part: number, of: number): number {
  return Math.floor((100 * part) / of);
}

/** `113 239`, which is read the same in all languages; a comma would be a fraction in Russian. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, '\u00A0');
}

/** Its words stand beside it. */
function bar(there: number, read: number): Html {
  return html`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
<rect class="there" width="${there}" height="10"/><rect class="read" width="${read}" height="10"/></svg>`;
}
