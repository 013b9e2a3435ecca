import { type Html, html } from '../html.ts';
import type { Boxes } from '../model/boxes.ts';
import type { TextView } from '../model/text-view.ts';
import type { Token } from '../model/tokens.ts';
import type { Frame } from './frame.ts';
import { signingPart } from './signing.ts';

/** The form as it is to be shown: as the file is, or as somebody left it when it could not be saved. */
export type Draft = {
  readonly boxes: Boxes;
  readonly by: string;
  readonly state: string;
  readonly comment: string;
  /** Hash of the note that the writer began with. */
  readonly commentWas: string;
  /** Hash of the translation that the writer began with. */
  readonly was: string;
  /** `pageHash` of the long text that the writer reads, empty for a message. */
  readonly read: string;
};

/** Buttons that put `{name}` and tags where the cursor is. Without a script they are the list of what has to be there. */
export function tokensPart({ say }: Frame, tokens: readonly Token[]): Html | undefined {
  if (tokens.length === 0) return undefined;
  return html`<fieldset><legend>${say('text.tokens')}</legend><ul class="row">${tokens.map(
    ({ shown, before, after }) =>
      html`<li><button type="button" class="chip" dir="ltr" data-before="${before}" data-after="${after}">${shown}</button></li>`,
  )}</ul></fieldset>`;
}

/** Who it is, what she says of the text, and where to go on. */
export function savePart(frame: Frame, { view, draft }: { readonly view: TextView; readonly draft: Draft }): Html {
  const { say } = frame;
  const { status } = view;
  return html`<fieldset><legend>${say('state.title')}</legend>
<p>${say('state.now', { state: say(`state.${view.unit.state}`) })}
${status && html`<bdi>${status.by}</bdi> ${status.on}${status.reviewer && html`; <bdi>${status.reviewer.by}</bdi> ${status.reviewer.on}`}`}</p>
${signingPart(frame, draft)}
</fieldset>
<input type="hidden" name="commentWas" value="${draft.commentWas}">
<p><label for="comment">${say('text.comment')}</label><textarea id="comment" name="comment" rows="2" dir="auto">
${draft.comment}</textarea></p>
<p class="row">
<button type="submit" class="button" name="do" value="save-next" aria-keyshortcuts="Control+Enter">${say('text.saveNext')}</button>
<button type="submit" name="do" value="save" aria-keyshortcuts="Control+S">${say('text.save')}</button>
<button type="submit" name="do" value="save-flawed" aria-keyshortcuts="Control+Shift+Enter">${say('text.saveFlawed')}</button>
</p>${
    view.isPage &&
    html`<p class="hint">${say('text.pageHint')}</p><p><input type="hidden" name="read" value="${draft.read}">
<button type="submit" name="do" value="sign-page">${say('text.signPage')}</button></p>`
  }
<p class="hint">${say('text.keys', { next: 'Ctrl+Enter', save: 'Ctrl+S', flawed: 'Ctrl+Shift+Enter' })}</p>`;
}
