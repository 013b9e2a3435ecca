import { html } from '../html.ts';
import type { Written } from '../submission.ts';
import { type Frame, shelled } from './frame.ts';
import { handedBack, isSomething } from './handed-back.ts';

type Content = {
  /** The list of translators can't be read, or the program failed. */
  readonly why: 'unreadable' | 'failed';
  readonly isPost: boolean;
  /** The page that was asked for. */
  readonly back: string;
  readonly written: Written;
};

/** In place of a page that can't be made now. Nobody loses what she wrote, nor her session. */
export function failedPage(frame: Frame, { why, isPost, back, written }: Content): string {
  const { say } = frame;
  const title = say(isPost ? 'saved.not' : 'entry.closed');
  const body = html`<h1>${title}</h1>
<div class="bad" role="alert" tabindex="-1" id="problem"><p>${say(why === 'failed' ? 'entry.failed' : 'entry.unreadable')}</p>
${isSomething(written) && html`<p>${say('saved.kept')} ${say('entry.copy')}</p>`}
<p>${say('entry.later')}</p></div>
${handedBack(frame, written)}
<p><a class="button" href="${back}">${say('entry.again')}</a></p>`;
  // Another language's page is asked for anew: what was sent doesn't come along.
  return shelled(frame, { title, body, top: undefined, addressIn: (tag) => `/${frame.token}/${tag}/` });
}
