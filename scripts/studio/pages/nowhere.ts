import { html } from '../html.ts';
import type { Written } from '../submission.ts';
import { addressOf, type Frame, shelled } from './frame.ts';
import { notSaved } from './handed-back.ts';

/** For an address that nothing stands at, mistyped or of a text's page that is gone. */
export function nowherePage(frame: Frame, { written }: { readonly written: Written }): string {
  const { say } = frame;
  const title = say('nowhere.title');
  const body = html`<h1>${title}</h1>
<p>${say('nowhere.what')}</p>
${notSaved(frame, written)}<p><a class="button" href="${addressOf(frame, '')}">${say('nowhere.first')}</a></p>`;
  return shelled(frame, { title, body, top: undefined, addressIn: (tag) => addressOf({ ...frame, ui: tag }, '') });
}
