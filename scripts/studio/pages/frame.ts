import { dirOf, type LaunchLocale, localeFacts } from '#core/language/locales.ts';
import { type Html, html } from '../html.ts';
import { type Say, studioLocales } from '../words.ts';

/** What every page of the studio is told: the beginning of its addresses, and the language in which it speaks. */
export type Frame = { readonly token: string; readonly ui: LaunchLocale; readonly say: Say };

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
  const { say, token, ui } = frame;
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
<nav aria-label="${say('frame.menu')}"><ul class="row">
<li><a href="${addressOf(frame, '')}">${say('frame.name')}</a></li>
<li><a href="${addressOf(frame, 'coverage')}">${say('coverage.title')}</a></li>
</ul></nav>
<nav aria-label="${say('frame.language')}"><ul class="row">${studioLocales.map((tag) => languageLink(frame, tag, path))}</ul></nav>
</header>
<main id="main" tabindex="-1">${body}</main>
</body>
</html>
`;
  return page.text;
}

function languageLink({ token, ui }: Frame, tag: LaunchLocale, path: string): Html {
  const { name, dir } = localeFacts[tag];
  const isNow = tag === ui;
  return html`<li><a lang="${tag}" dir="${dir}" hreflang="${tag}"${isNow ? html` aria-current="true"` : undefined} href="${addressOf({ token, ui: tag }, path)}">${name}</a></li>`;
}
