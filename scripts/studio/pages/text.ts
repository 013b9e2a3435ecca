import { dirOf, localeFacts } from '#core/language/locales.ts';
import { sourceHash } from '../../catalogs/source-hash.ts';
import { type Html, html } from '../html.ts';
import { type Box, choiceOf } from '../model/boxes.ts';
import type { Seen } from '../model/findings.ts';
import { type Filter, queryOf } from '../model/list.ts';
import type { Outcome } from '../model/save.ts';
import type { SignOutcome } from '../model/sign-page.ts';
import type { TextView } from '../model/text-view.ts';
import { tokensOf } from '../model/tokens.ts';
import { asidePart } from './aside.ts';
import { chippedSource } from './chipped.ts';
import { addressOf, type Frame, framed } from './frame.ts';
import { textAddress } from './list.ts';
import { lookedPart } from './looked.ts';
import { type Draft, savePart, tokensPart } from './text-controls.ts';

export type TextPage = {
  readonly view: TextView;
  readonly filter: Filter;
  readonly draft: Draft;
  readonly findings: readonly Seen[];
  /** What became of a save; undefined where nobody saved. */
  readonly outcome?: Outcome | SignOutcome | undefined;
  /** The key that was saved just before. */
  readonly saved: string;
};

/** One text with all that a translator needs for it. */
export function textPage(frame: Frame, content: TextPage): string {
  const { say } = frame;
  const { view, filter, draft, findings } = content;
  const { locale, unit } = view;
  const language = localeFacts[locale].name;
  const tokens = view.isPage ? [] : tokensOf(unit.source);
  const body = html`<p><a href="${addressOf(frame, `${locale}${queryOf(filter)}`)}">${say('text.back', { language })}</a></p>
<h1><code dir="ltr">${unit.key}</code></h1>
${told(frame, content)}
<div class="columns"><div>
<section aria-labelledby="english"><h2 id="english">${say('text.english')}</h2>
${chippedSource(unit.source, tokens)}
${view.about !== '' && html`<p lang="en" dir="ltr">${view.about}</p>`}
</section>
<form id="edit" method="post" action="${textAddress(frame, { locale, key: unit.key, filter })}" data-max="${view.max ?? ''}" data-chips="${JSON.stringify(tokens)}" data-taken="${say('text.taken', { chip: '{chip}' })}">
<input type="hidden" name="was" value="${draft.was}">
<input type="hidden" name="english" value="${sourceHash(unit.source)}">
<input type="hidden" name="shape" value="${draft.boxes.choice ? 'forms' : 'whole'}">
<h2>${language}</h2>
${draft.boxes.boxes.map((box) => boxPart(frame, box, content))}
${shapeLink(frame, content)}
${tokensPart(frame, tokens)}
<p><button type="submit" formnovalidate name="do" value="look">${say('look.button')}</button></p>
${savePart(frame, { view, draft })}
</form>
<p class="said" role="status" id="said"></p>
<section id="looked" aria-label="${say('look.title')}">${lookedPart(frame, { locale, isPage: view.isPage, boxes: draft.boxes, findings })}</section>
</div>${asidePart(frame, view, filter)}</div>`;
  return framed(frame, {
    title: `${unit.key} · ${language}`,
    path: `${locale}/text/${encodeURIComponent(unit.key)}${queryOf(filter)}`,
    body,
  });
}

function boxPart({ say }: Frame, { name, text, numbers, isNeeded }: Box, { view, draft }: TextPage): Html {
  const { locale, max } = view;
  const id = `box-${name === '' ? 'whole' : name.replace('=', 'is-')}`;
  const isPlural = draft.boxes.choice?.kind === 'plural';
  const example = numbers.length > 0 ? say('text.numbers', { numbers: numbers.join(', ') }) : say('text.fractions');
  const label = name === '' ? say('text.translation') : say('text.form', { form: name });
  const length = max === undefined ? say('text.signs') : say('text.room', { max });
  return html`<div class="box"><label for="${id}">${label}${!isNeeded && html` ${say('text.optional')}`}</label>
${isPlural && html`<span class="hint" id="${id}-hint">${example}</span>`}
<span class="written"><textarea id="${id}" name="form.${name}" lang="${locale}" dir="${dirOf(locale)}" rows="${Math.min(12, 2 + Math.floor(text.length / 60))}" spellcheck="true" aria-describedby="${isPlural && html`${id}-hint `}${id}-length">
${text}</textarea></span>
<span class="hint" id="${id}-length"><output for="${id}">${lengthOf(text)}</output> ${length}</span></div>`;
}

/** As the script counts: signs, tags left out. */
function lengthOf(text: string): number {
  return Array.from(text.replace(/<\/?\w+>/g, '')).length;
}

function shapeLink(frame: Frame, { view, filter, draft }: TextPage): Html | undefined {
  const { say } = frame;
  const hasForms = draft.boxes.choice !== undefined;
  if (!hasForms && !choiceOf(view.unit.source)) return undefined;
  const address = textAddress(frame, { locale: view.locale, key: view.unit.key, filter });
  const joined = `${address}${address.includes('?') ? '&' : '?'}shape=${hasForms ? 'whole' : 'forms'}`;
  return html`<p><a href="${joined}">${say(hasForms ? 'text.asOne' : 'text.asForms')}</a></p>`;
}

/** What became of the last save, or of this one. */
function told(frame: Frame, { view, outcome, saved, filter, draft }: TextPage): Html | undefined {
  const { say } = frame;
  if (outcome === undefined)
    return saved === ''
      ? undefined
      : html`<p class="good" role="status">${say('saved.done')} <code dir="ltr">${saved}</code></p>`;
  if (outcome.kind === 'saved') return undefined;
  const problem = (text: string, more?: Html) =>
    html`<div class="bad" role="alert" tabindex="-1" id="problem"><h2>${say('saved.not')}</h2><p>${text}</p><p>${say('saved.kept')}</p>${more}</div>`;
  if (outcome.kind !== 'changed-meanwhile') return problem(say(`saved.${outcome.kind}`));
  const { locale, unit } = view;
  const shown = (title: string, text: string) =>
    html`<h3>${title}</h3><p class="source" lang="${locale}" dir="${dirOf(locale)}">${text}</p>`;
  return problem(
    say('saved.changed-meanwhile'),
    html`${shown(say('saved.theirs'), outcome.theirs)}${shown(say('saved.yours'), draft.boxes.boxes.map(({ text }) => text).join('\n'))}
<p><a class="button" href="${textAddress(frame, { locale, key: unit.key, filter })}">${say('saved.takeTheirs')}</a></p>`,
  );
}
