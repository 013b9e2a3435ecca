import { dirOf, type LaunchLocale, localeFacts } from '#core/language/locales.ts';
import { type Html, html } from '../html.ts';
import { type Say, studioLocales } from '../words.ts';

/** What every page of the studio is told: the beginning of its addresses, and the language in which it speaks. */
export type Frame = {
  readonly token: string;
  readonly ui: LaunchLocale;
  readonly say: Say;
  /** The name of who signed in; undefined on one's own machine. */
  readonly person?: string | undefined;
};

type Content = {
  readonly title: string;
  /** The rest of the page's own address, for the same page in another language. */
  readonly path: string;
  readonly body: Html;
};

export function addressOf({ token, ui }: Pick<Frame, 'token' | 'ui'>, path: string): string {
  return `/${token}/${ui}/${path}`;
}

/** A whole page. */
export function framed(frame: Frame, { title, path, body }: Content): string {
  const { say, ui, person } = frame;
  const top = html`<nav aria-label="${say('frame.menu')}"><ul class="row">
<li><a href="${addressOf(frame, '')}">${say('frame.name')}</a></li>
<li><a href="${addressOf(frame, 'coverage')}">${say('coverage.title')}</a></li>
</ul></nav>
${
  person !== undefined &&
  html`<form class="row" method="post" action="/${ui}/sign-out"><span>${say('entry.signedIn')} <bdi>${person}</bdi></span>
<button type="submit">${say('entry.signOut')}</button></form>`
}`;
  return shelled(frame, { title, body, top, addressIn: (tag) => addressOf({ ...frame, ui: tag }, path) });
}

type Shell = Pick<Content, 'title' | 'body'> & {
  /** Beside the choice of languages. */
  readonly top: Html | undefined;
  /** The same page in another language. */
  readonly addressIn: (tag: LaunchLocale) => string;
};

/** What is around the pages within and those before the door. */
export function shelled({ say, token, ui }: Frame, { title, body, top, addressIn }: Shell): string {
  const page = html`<!doctype html>
<html lang="${ui}" dir="${dirOf(ui)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${say('frame.name')}</title>
<link rel="icon" href="/${token}/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/${token}/tokens.css">
<link rel="stylesheet" href="/${token}/studio.css">
<link rel="stylesheet" href="/${token}/contents.css">
<script src="/${token}/studio.ts" type="module"></script>
</head>
<body>
<a class="skip" href="#main">${say('frame.skip')}</a>
<header>
${top}
<nav aria-label="${say('frame.language')}"><ul class="row">${studioLocales.map((tag) => languageLink(tag, tag === ui, addressIn(tag)))}</ul></nav>
</header>
<main id="main" tabindex="-1">${body}</main>
</body>
</html>
`;
  return page.text;
}

function languageLink(tag: LaunchLocale, isNow: boolean, address: string): Html {
  const { name, dir } = localeFacts[tag];
  return html`<li><a lang="${tag}" dir="${dir}" hreflang="${tag}"${isNow ? html` aria-current="true"` : undefined} href="${address}">${name}</a></li>`;
}
