import { type Html, html } from '../html.ts';
import type { Written } from '../submission.ts';
import { type Frame, shelled } from './frame.ts';
import { handedBack, keptNote, notSaved } from './handed-back.ts';

/** What the sign-in page says of what was before. */
export type Said = 'out' | 'sign-in-failed' | 'sign-in-cancelled' | 'sign-in-unavailable';

type SignInContent = {
  /** The page that she wanted; empty: the first one. */
  readonly back: string;
  readonly said: Said | undefined;
  readonly isSandbox: boolean;
};

/** In front of the studio on a server. */
export function signInPage(frame: Frame, { back, said, isSandbox }: SignInContent): string {
  const { say } = frame;
  const isOut = said === 'out';
  const body = html`<h1>${say('entry.title')}</h1>
${isOut && html`<p class="good" role="status">${say('entry.out')}</p>`}
${
  said !== undefined &&
  !isOut &&
  html`<div class="bad" role="alert" tabindex="-1" id="problem"><p>${say(`entry.problem.${said}`)}</p></div>`
}
${isSandbox && sandboxNote(frame)}
<p>${say('entry.what')}</p>${signInForm(frame, { back, label: 'entry.button' })}`;
  return shelled(frame, {
    title: say('entry.title'),
    body,
    top: undefined,
    addressIn: (tag) => `/${tag}/sign-in${back && `?back=${encodeURIComponent(back)}`}`,
  });
}

type Turned = {
  /** The page that she wanted; empty: the first one. */
  readonly back: string;
  readonly written: Written;
};

/** She signed in, and may not come in. Where she was taken out of the list while she wrote, her words come back. */
export function refusedPage(frame: Frame, { back, written }: Turned): string {
  const { say } = frame;
  const body = html`<h1>${say('entry.refused')}</h1>
<p>${say('entry.refusedWhat')}</p>
${notSaved(frame, written)}${signInForm(frame, { back, label: 'entry.other' })}`;
  return shelled(frame, { title: say('entry.refused'), body, top: undefined, addressIn: (tag) => `/${tag}/sign-in` });
}

/** Her session ended while she wrote: nothing was saved, and her words come back; a file she has herself. */
export function endedPage(frame: Frame, { back, written }: Turned): string {
  const { say } = frame;
  const body = html`<h1>${say('saved.not')}</h1>
<div class="bad" role="alert" tabindex="-1" id="problem"><p>${say('entry.ended')}</p>${written.isTooLong && keptNote(frame, written)}</div>
${handedBack(frame, written)}
${signInForm(frame, { back, label: 'entry.button' })}`;
  const addressIn = (tag: string) => `/${tag}/sign-in?back=${encodeURIComponent(back)}`;
  return shelled(frame, { title: say('saved.not'), body, top: undefined, addressIn });
}

type SandboxContent = {
  /** Empty where the provider knows of no such screen. */
  readonly uid: string;
  readonly people: readonly { readonly email: string; readonly isTranslator: boolean }[];
};

/** In the place of a sign-in service: whose button is pressed comes. */
export function sandboxPage(frame: Frame, { uid, people }: SandboxContent): string {
  const { say, ui } = frame;
  const action = `/${ui}/sandbox/sign-in`;
  const id = html`<input type="hidden" name="uid" value="${uid}">`;
  const person = ({ email, isTranslator }: SandboxContent['people'][number]) => html`<li>
<form method="post" action="${action}">${id}<input type="hidden" name="email" value="${email}">
<p><button type="submit"><span>${addressText(say('sandbox.as', { email }))}</span></button></p>
<p>${say(isTranslator ? 'sandbox.translator' : 'sandbox.other')}</p></form></li>`;
  const choice = html`<ul class="texts">${people.map(person)}</ul>
<form method="post" action="${action}/cancel">${id}<p><button type="submit">${say('sandbox.cancel')}</button></p></form>`;
  const gone = html`<div class="bad" role="alert" tabindex="-1" id="problem"><p>${say('sandbox.gone')}</p></div>${signInForm(frame, { back: '', label: 'entry.button' })}`;
  const body = html`<h1>${say('sandbox.title')}</h1>${sandboxNote(frame)}${uid === '' ? gone : choice}`;
  const addressIn = (tag: string) => `/${tag}/sandbox/sign-in${uid && `?uid=${uid}`}`;
  return shelled(frame, { title: say('sandbox.title'), body, top: undefined, addressIn });
}

/** An address too long for a narrow screen goes on in the next line at its sign, not before its last letter. */
function addressText(text: string): Html {
  const sign = text.indexOf('@');
  return html`${text.slice(0, sign)}<wbr>${text.slice(sign)}`;
}

function sandboxNote({ say }: Frame): Html {
  return html`<p class="sandbox">${say('sandbox.note')}</p>`;
}

type SignInForm = { readonly back: string; readonly label: 'entry.button' | 'entry.other' };

/** Whatever page has it is answered by `answerWithWayIn`. With `as` the provider asks who she is, though it knows her. */
function signInForm({ ui, say }: Frame, { back, label }: SignInForm): Html {
  return html`<form method="post" action="/${ui}/sign-in"><input type="hidden" name="back" value="${back}">
${label === 'entry.other' && html`<input type="hidden" name="as" value="other">`}
<p><button type="submit" class="button">${say(label)}</button></p></form>`;
}
