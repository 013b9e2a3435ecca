import { dirOf, sourceLocale, type TranslatedLocale } from '#core/language/locales.ts';
import { type Html, html } from '../html.ts';
import { type Evidence, evidenceOf, isRuleName } from '../model/evidence.ts';
import type { Seen } from '../model/findings.ts';
import type { Frame } from './frame.ts';

type Told = Omit<Seen, 'isFixable'>;

type Around = {
  /** The language of the text. */
  readonly locale: TranslatedLocale;
  /** Which text it is, where that isn't plain. */
  readonly place?: Html;
  readonly button?: Html | false;
};

/**
 * What a rule found, in the language of the studio: what is wrong, why it matters, what to do, and the words themselves.
 * The rule's own sentences, which are English, are folded away for those who keep the rules.
 */
export function toldPart(frame: Frame, told: Told, { locale, place, button }: Around): Html {
  const { say } = frame;
  const { rule, severity } = told;
  const head = (what: Html | string) =>
    html`<p><strong>${say(`look.${severity}`)}</strong> ${place && html`${place} `}${what}</p>`;
  const body = isRuleName(rule)
    ? html`${head(say(`rule.${rule}.what`))}
<dl>${row(say('look.why'), say(`rule.${rule}.why`))}${row(say('look.fix'), say(`rule.${rule}.do`))}
${evidenceOf(rule, told).map((one) => row(say(`look.${one.side}`), shown(frame, one, locale)))}</dl>
${button}
<details><summary>${say('look.rule')}</summary>${inEnglish(told)}</details>`
    : html`${head(html`<span lang="en" dir="ltr">${told.message}</span>`)}${button}${inEnglish(told)}`;
  return html`<li data-severity="${severity}" data-rule="${rule}">${body}</li>`;
}

function row(name: string, text: Html | string): Html {
  return html`<div><dt>${name}</dt><dd>${text}</dd></div>`;
}

function shown({ say }: Frame, { text, of }: Evidence, locale: TranslatedLocale): Html | string {
  if (text === '') return say('look.nothing');
  // Pieces, numbers and marks belong to no language.
  if (of === 'pieces') return html`<bdi class="exact" dir="ltr">${text}</bdi>`;
  const tag = of === 'english' ? sourceLocale : locale;
  return html`<bdi class="exact" lang="${tag}" dir="${dirOf(tag)}">${text}</bdi>`;
}

/** As the command line says it, for whoever looks for the rule. */
function inEnglish({ rule, message, expected, found, why, fix }: Told): Html {
  const rows = { Rule: rule, Finding: message, Expected: expected, Found: found, Why: why, Fix: fix };
  return html`<dl lang="en" dir="ltr">${Object.entries(rows).map(
    ([name, text]) => text !== undefined && text !== '' && row(name, html`<bdi class="exact">${text}</bdi>`),
  )}</dl>`;
}
