import { type Html, html } from '../html.ts';
import type { Written } from '../submission.ts';
import { type Frame, shelled } from './frame.ts';
import { handedBack, keptNote } from './handed-back.ts';

type Content = {
  /** The list of translators can't be read, the program failed (on one's own machine: `failed-here`), or more came than is read. */
  readonly why: 'unreadable' | 'failed' | 'failed-here' | 'too-much';
  readonly isPost: boolean;
  /** The page that was asked for. */
  readonly back: string;
  readonly written: Written;
};

/** In place of a page that can't be made now. Nobody loses what she wrote, nor her session. */
export function failedPage(frame: Frame, content: Content): string {
  const { say } = frame;
  const { back, written } = content;
  const title = titleOf(frame, content);
  const body = html`<h1>${title}</h1>
<div class="bad" role="alert" tabindex="-1" id="problem">${told(frame, content)}</div>
${handedBack(frame, written)}
<p><a class="button" href="${back}">${say('entry.again')}</a></p>`;
  // Another language's page is asked for anew: what was sent doesn't come along.
  return shelled(frame, { title, body, top: undefined, addressIn: (tag) => `/${frame.token}/${tag}/` });
}

function isFault({ why }: Content): boolean {
  return why === 'failed' || why === 'failed-here';
}

/** A program that fails may have written before. */
function titleOf({ say }: Frame, content: Content): string {
  if (!content.isPost) return say('entry.closed');
  return say(isFault(content) ? 'failed.unsure' : 'saved.not');
}

function told(frame: Frame, content: Content): Html {
  const { say } = frame;
  const { why, isPost, written } = content;
  const kept = keptNote(frame, written);
  if (why === 'too-much') return html`<p>${say('failed.tooMuch')} ${say('failed.less')}</p>${kept}`;
  return html`<p>${say(why === 'unreadable' ? 'entry.unreadable' : 'entry.failed')}</p>${kept}
<p>${say('entry.later')}${isPost && isFault(content) && html` ${say('failed.look')}`}</p>
${why === 'failed-here' && html`<p>${say('failed.here')}</p>`}`;
}
