import { dirOf, type TranslatedLocale } from '#core/language/locales.ts';
import { type Html, html } from '../html.ts';
import type { Boxes } from '../model/boxes.ts';
import type { Seen } from '../model/findings.ts';
import { previewOf, previewOfBlock } from '../model/preview.ts';
import type { Frame } from './frame.ts';
import { toldPart } from './told.ts';

export type Looked = {
  readonly locale: TranslatedLocale;
  readonly isPage: boolean;
  readonly boxes: Boxes;
  readonly findings: readonly Seen[];
};

/** What changes while somebody writes: the findings and the preview. `data-said` is for the ear. */
export function lookedPart(frame: Frame, looked: Looked): Html {
  const { say } = frame;
  const { findings, locale } = looked;
  const said = findings.length === 0 ? say('look.none') : say('look.count', { number: findings.length });
  return html`<div data-said="${said}">
<h2>${say('look.title')}</h2>
<p>${said}</p>
${findings.length > 0 && html`<ul class="findings">${findings.map((one) => finding(frame, one, locale))}</ul><p>${say('look.doubt')}</p>`}
<h2>${say('preview.title')}</h2>
${preview(frame, looked)}
</div>`;
}

function finding(frame: Frame, seen: Seen, locale: TranslatedLocale): Html {
  const button =
    seen.isFixable &&
    html`<p><button form="edit" type="submit" formnovalidate name="do" value="fix:${seen.rule}">${frame.say('look.fixNow')}</button></p>`;
  return toldPart(frame, seen, { locale, button });
}

function preview({ say }: Frame, { locale, isPage, boxes }: Looked): Html {
  const dir = dirOf(locale);
  const screen = (content: Html | undefined) =>
    html`<div class="phone" lang="${locale}" dir="${dir}">${content ?? say('preview.broken')}</div>`;
  const [only] = boxes.boxes;
  if (boxes.choice === undefined)
    return screen(isPage ? previewOfBlock(only?.text ?? '') : previewOf(only?.text ?? ''));
  return html`${boxes.boxes.map(({ name, text, numbers }) => {
    // A form without whole numbers is for fractions.
    const shown = previewOf(text, { form: name, number: numbers[0] ?? 1.5 });
    return html`<figure><figcaption><code dir="ltr">${name}</code></figcaption>${screen(shown)}</figure>`;
  })}`;
}
