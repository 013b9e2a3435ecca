import { dirOf, type TranslatedLocale } from '#core/language/locales.ts';
import { type Html, html } from '../html.ts';
import type { Written } from '../submission.ts';
import type { Frame } from './frame.ts';

function isSomething({ texts, comment }: Written): boolean {
  return texts.length > 0 || comment !== '';
}

/** Where the words are: below, to be copied, or in her browser alone. */
export function keptNote({ say }: Frame, written: Written): Html | undefined {
  if (written.isTooLong) return html`<p>${say('failed.long')}</p>`;
  return isSomething(written) ? html`<p>${say('saved.kept')} ${say('entry.copy')}</p>` : undefined;
}

/** What could not be saved, to be copied; `locale` where it is known which language the texts are in. */
export function handedBack({ say }: Frame, written: Written, locale?: TranslatedLocale): Html | undefined {
  if (!isSomething(written)) return undefined;
  const { texts, comment } = written;
  const language = locale ? html`lang="${locale}" dir="${dirOf(locale)}"` : html`dir="auto"`;
  return html`<h2>${say('saved.yours')}</h2>${texts.map((text) => html`<p class="source" ${language}>${text}</p>`)}
${comment !== '' && html`<h3>${say('text.comment')}</h3><p class="source" dir="auto">${comment}</p>`}`;
}

/** Both, on a page that is about something else. */
export function notSaved(frame: Frame, written: Written): Html | undefined {
  const kept = keptNote(frame, written);
  if (!kept) return undefined;
  return html`<div class="bad" role="alert" tabindex="-1" id="problem"><p><strong>${frame.say('saved.not')}</strong></p>${kept}</div>${handedBack(frame, written)}`;
}
