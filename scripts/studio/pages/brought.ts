import { dirOf, localeFacts, type TranslatedLocale } from '#core/language/locales.ts';
import type { Arrival } from '../../catalogs/exchange/arrivals.ts';
import type { Plan } from '../../catalogs/exchange/plan.ts';
import type { Refusal } from '../../catalogs/exchange/refusal.ts';
import { type Html, html } from '../html.ts';
import { importForm } from './files.ts';
import { addressOf, type Frame, framed } from './frame.ts';
import { toldPart } from './told.ts';

/** What became of a file that somebody brought. `seen` is a hash of what is shown, `carried` the file in base64. */
export type Brought =
  | { readonly kind: 'no-name' }
  | { readonly kind: 'no-file' }
  | { readonly kind: 'unreadable'; readonly why: string }
  | {
      readonly kind: 'plan';
      readonly plan: Plan;
      readonly seen: string;
      readonly carried: string;
      /** Somebody wrote in the catalogs since the first look. */
      readonly isNew: boolean;
    }
  | { readonly kind: 'written'; readonly plan: Plan };

type Content = {
  readonly locale: TranslatedLocale;
  readonly by: string;
  readonly state: string;
  readonly brought: Brought;
};

/** The answer to a file: what it would change, or what it has changed, or why nothing. */
export function broughtPage(frame: Frame, content: Content): string {
  const { say } = frame;
  const { locale, brought } = content;
  const title = say('files.title', { language: localeFacts[locale].name });
  const body = html`<p><a href="${addressOf(frame, `${locale}/files`)}">${title}</a></p>
<h1>${say(brought.kind === 'written' ? 'files.written' : 'files.look')}</h1>${answer(frame, content)}`;
  return framed(frame, { title, path: `${locale}/files`, body });
}

function answer(frame: Frame, content: Content): Html {
  const { say } = frame;
  const { locale, by, state, brought } = content;
  const problem = (text: string, more?: Html) =>
    html`<div class="bad" role="alert" tabindex="-1" id="problem"><p>${text}</p>${more}</div>`;
  switch (brought.kind) {
    case 'no-name':
      return html`${problem(say('saved.no-name'))}${importForm(frame, content)}`;
    case 'no-file':
      return html`${problem(say('files.noFile'))}${importForm(frame, content)}`;
    case 'unreadable':
      return html`${problem(say('files.unreadable'), html`<p lang="en" dir="ltr">${brought.why}</p>`)}${importForm(frame, content)}`;
    case 'written':
      return html`<p class="good" role="status">${say('files.done')}</p>${planPart(frame, locale, brought.plan)}`;
    case 'plan': {
      const { plan, seen, carried, isNew } = brought;
      const hidden = Object.entries({ by, state, seen, carried }).map(
        ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
      );
      const hasNews = plan.changed.length + plan.confirmed.length + plan.comments.size > 0;
      return html`${isNew && problem(say('files.isNew'))}<p role="status">${say('files.nothingYet')}</p>
${planPart(frame, locale, plan)}
${
  hasNews &&
  html`<form method="post" action="${addressOf(frame, `${locale}/files`)}">${hidden}
<p><button type="submit" class="button" name="do" value="write">${say('files.write')}</button></p></form>`
}`;
    }
  }
}

function planPart(frame: Frame, locale: TranslatedLocale, plan: Plan): Html {
  const { say } = frame;
  const { changed, confirmed, unchanged, refused, doubts, comments } = plan;
  const counts = [
    ['files.changed', changed.length],
    ['files.confirmed', confirmed.length],
    ['files.same', unchanged.length],
    ['files.notes', comments.size],
    ['files.refused', new Set(refused.map(({ key }) => key)).size],
    ['files.doubts', doubts.length],
  ] as const;
  const told = (one: Refusal, severity: 'error' | 'warning') =>
    toldPart(frame, { ...one, severity }, { locale, place: html`<code dir="ltr">${one.key} (${one.line})</code>` });
  return html`<ul>${counts.map(([key, number]) => html`<li>${say(key, { number })}</li>`)}</ul>
${refused.length > 0 && html`<ul class="findings">${refused.map((one) => told(one, 'error'))}</ul>`}
${doubts.length > 0 && html`<ul class="findings">${doubts.map((one) => told(one, 'warning'))}</ul>`}
<ul class="texts">${[...changed, ...confirmed].map((arrival) => change(frame, locale, arrival))}</ul>`;
}

function change({ say }: Frame, locale: TranslatedLocale, { unit, text }: Arrival): Html {
  const own = (words: string) => html`<p class="source" lang="${locale}" dir="${dirOf(locale)}">${words}</p>`;
  return html`<li class="card"><code dir="ltr">${unit.key}</code>
${unit.target !== text && unit.target !== '' && html`<span>${say('files.before')}</span>${own(unit.target)}`}
<span>${say('files.after')}</span>${own(text)}</li>`;
}
