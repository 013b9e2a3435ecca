import { localeFacts, type TranslatedLocale } from '#core/language/locales.ts';
import { formats, unitStates } from '../../catalogs/exchange/unit.ts';
import { type Html, html } from '../html.ts';
import { addressOf, type Frame, framed } from './frame.ts';
import { signingPart } from './signing.ts';

const names: Readonly<Record<(typeof formats)[number], string>> = {
  'xliff-1.2': 'XLIFF 1.2',
  'xliff-2.0': 'XLIFF 2.0',
  po: 'PO (gettext)',
  csv: 'CSV',
};

/** Texts out for another program, and back. */
export function filesPage(
  frame: Frame,
  { locale, by }: { readonly locale: TranslatedLocale; readonly by: string },
): string {
  const { say } = frame;
  const title = say('files.title', { language: localeFacts[locale].name });
  const body = html`<p><a href="${addressOf(frame, locale)}">${say('text.back', { language: localeFacts[locale].name })}</a></p>
<h1>${title}</h1>
<section aria-labelledby="out"><h2 id="out">${say('files.out')}</h2><p>${say('files.outWhat')}</p>
<form class="filter" method="get" action="${addressOf(frame, `${locale}/files/export`)}">
<p><label for="format">${say('files.format')}</label>
<select id="format" name="format">${formats.map((format) => html`<option value="${format}">${names[format]}</option>`)}</select></p>
<p><label for="state">${say('list.state')}</label>
<select id="state" name="state"><option value="">${say('list.all')}</option>${unitStates.map((state) => html`<option value="${state}">${say(`state.${state}`)}</option>`)}</select></p>
<p><button type="submit">${say('files.get')}</button></p></form></section>
<section aria-labelledby="in"><h2 id="in">${say('files.in')}</h2><p>${say('files.inWhat')}</p>${importForm(frame, { locale, by })}</section>
<section aria-labelledby="patch"><h2 id="patch">${say('files.patch')}</h2><p>${say('files.patchWhat')}</p>
<p><a class="button" href="${addressOf(frame, 'patch')}">${say('files.getPatch')}</a></p></section>`;
  return framed(frame, { title, path: `${locale}/files`, body });
}

/** Choose a file, and say who brings it. */
export function importForm(
  frame: Frame,
  { locale, by, state = 'translated' }: { readonly locale: string; readonly by: string; readonly state?: string },
): Html {
  const { say } = frame;
  return html`<form method="post" enctype="multipart/form-data" action="${addressOf(frame, `${locale}/files`)}">
<p><label for="file">${say('files.file')}</label><input id="file" name="file" type="file" required accept=".xlf,.xliff,.po,.csv"></p>
${signingPart(frame, { by, state })}
<p><button type="submit" name="do" value="look">${say('files.look')}</button></p></form>`;
}

/** Why there is no patch. */
export function patchPage(frame: Frame, why: 'nothing' | 'no-versions'): string {
  const { say } = frame;
  const body = html`<h1>${say('files.patch')}</h1><p role="status">${say(`files.noPatch.${why}`, { program: 'git' })}</p>`;
  return framed(frame, { title: say('files.patch'), path: 'patch', body });
}
