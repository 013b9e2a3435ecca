import { dirOf, type TranslatedLocale } from '#core/language/locales.ts';
import { type Html, html } from '../html.ts';
import type { Boxes } from '../model/boxes.ts';
import type { Seen } from '../model/findings.ts';
import { previewOf, previewOfBlock } from '../model/preview.ts';
import type { Frame } from './frame.ts';

export type Looked = {
  readonly locale: TranslatedLocale;
  readonly isPage: boolean;
  readonly boxes: Boxes;
  readonly findings: readonly Seen[];
};

/** What changes while somebody writes: the findings and the preview. `data-said` is for the ear. */
export function lookedPart(frame: Frame, looked: Looked): Html {
  const { say } = frame;
  const { findings } = looked;
  const said = findings.length === 0 ? say('look.none') : say('look.count', { number: findings.length });
  return html`<div data-said="${said}">
<h2>${say('look.title')}</h2>
<p>${said}</p>
${findings.length > 0 && html`<ul class="findings">${findings.map((one) => finding(frame, one))}</ul>`}
<h2>${say('preview.title')}</h2>
${preview(frame, looked)}
</div>`;
}

/** The rules speak English, as the texts that they compare. */
function finding({ say }: Frame, { rule, severity, message, expected, found, why, fix, isFixable }: Seen): Html {
  const line = (name: string, text: string | undefined) =>
    text !== undefined &&
    text !== '' &&
    html`<div><dt>${name}</dt><dd lang="en" dir="ltr"><bdi>${text}</bdi></dd></div>`;
  return html`<li data-severity="${severity}" data-rule="${rule}">
<p><strong>${say(`look.${severity}`)}</strong> <span lang="en" dir="ltr">${message}</span></p>
<dl>${line(say('look.expected'), expected)}${line(say('look.found'), found)}${line(say('look.why'), why)}${line(say('look.fix'), fix)}</dl>
${isFixable && html`<p><button form="edit" type="submit" formnovalidate name="do" value="fix:${rule}">${say('look.fixNow')}</button></p>`}
</li>`;
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
