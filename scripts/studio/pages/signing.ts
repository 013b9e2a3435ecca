import { translationStates } from '../../catalogs/status.ts';
import { type Html, html } from '../html.ts';
import type { Frame } from './frame.ts';

/** What somebody says of texts, and her name: a box for it, unless she signed in under it. */
export function signingPart(
  { say, person }: Frame,
  { by, state: chosen }: { readonly by: string; readonly state: string },
): Html {
  const choice = (state: (typeof translationStates)[number]) => html`<p class="choice">
<input type="radio" id="state-${state}" name="state" value="${state}"${state === chosen ? html` checked` : undefined}>
<label for="state-${state}">${say(`state.${state}`)}: ${say(`state.what.${state}`)}</label></p>`;
  const states = html`${translationStates.map(choice)}`;
  if (person !== undefined) return html`${states}<p>${say('entry.by')} <bdi>${person}</bdi></p>`;
  return html`${states}
<p><label for="by">${say('text.by')}</label><span class="hint" id="by-hint">${say('text.byHint')}</span>
<input id="by" name="by" value="${by}" autocomplete="nickname" required pattern="\\S+" aria-describedby="by-hint"></p>`;
}
