import { dirOf, localeFacts, type TranslatedLocale } from '#core/language/locales.ts';
import { html } from '../html.ts';
import { type Filter, queryOf } from '../model/list.ts';
import { addressOf, type Frame, framed } from './frame.ts';

type Content = { readonly locale: TranslatedLocale; readonly filter: Filter; readonly texts: readonly string[] };

/** The answer to a save of a text that nobody has any more, with the words, to be copied. */
export function gonePage(frame: Frame, { locale, filter, texts }: Content): string {
  const { say } = frame;
  const list = `${locale}${queryOf(filter)}`;
  const written = texts.map((text) => html`<p class="source" lang="${locale}" dir="${dirOf(locale)}">${text}</p>`);
  const body = html`<h1>${say('saved.not')}</h1>
<div class="bad" role="alert" tabindex="-1" id="problem"><p>${say('saved.unknown-key')}</p><h2>${say('saved.yours')}</h2>${written}</div>
<p><a class="button" href="${addressOf(frame, list)}">${say('list.title', { language: localeFacts[locale].name })}</a></p>`;
  return framed(frame, { title: say('saved.not'), path: list, body });
}
