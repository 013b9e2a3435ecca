import { localeFacts, type TranslatedLocale } from '#core/language/locales.ts';
import { html } from '../html.ts';
import { type Filter, queryOf } from '../model/list.ts';
import type { Written } from '../submission.ts';
import { addressOf, type Frame, framed } from './frame.ts';
import { handedBack } from './handed-back.ts';

type Content = { readonly locale: TranslatedLocale; readonly filter: Filter; readonly written: Written };

/** The answer to a save of a text that nobody has any more, with the words, to be copied. */
export function gonePage(frame: Frame, { locale, filter, written }: Content): string {
  const { say } = frame;
  const list = `${locale}${queryOf(filter)}`;
  const body = html`<h1>${say('saved.not')}</h1>
<div class="bad" role="alert" tabindex="-1" id="problem"><p>${say('saved.unknown-key')}</p>${handedBack(frame, written, locale)}</div>
<p><a class="button" href="${addressOf(frame, list)}">${say('list.title', { language: localeFacts[locale].name })}</a></p>`;
  return framed(frame, { title: say('saved.not'), path: list, body });
}
