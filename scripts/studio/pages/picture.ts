import { type Html, html } from '../html.ts';
import type { Screen } from '../model/screens.ts';
import type { Frame } from './frame.ts';

/** A text that is outlined in a picture; `number` is that of the list beside it. */
export type Mark = { readonly key: string; readonly number?: number; readonly address?: string };

/**
 * A picture of a screen with texts outlined. Its links are for a mouse or a finger: whoever works with keys or with the
 * ear finds the same ones in the list beside it.
 */
export function picturePart({ token, say }: Frame, screen: Screen, marked: readonly Mark[]): Html {
  const { tag, name, marks } = screen;
  const address = `/${token}/pictures/${tag}/${name}.webp`;
  const alt = say('aside.picture', { name });
  if (!marks) return html`<img class="shot" src="${address}" loading="lazy" alt="${alt}">`;
  return html`<span class="said">${alt}</span>
<svg class="shot" viewBox="0 0 ${marks.width} ${marks.height}" aria-hidden="true" focusable="false">
<image href="${address}" width="${marks.width}" height="${marks.height}"/>
${marked.flatMap((mark) => (marks.texts[mark.key] ?? []).map((place) => outline(mark, place)))}</svg>`;
}

function outline(
  { key, number, address }: Mark,
  [x, y, width, height]: readonly [number, number, number, number],
): Html {
  const frame = html`<title>${key}</title><rect x="${x - 3}" y="${y - 2}" width="${width + 6}" height="${height + 4}" rx="3"/>
${number !== undefined && html`<text x="${x + width}" y="${y + 10}">${number}</text>`}`;
  return address === undefined ? html`<g>${frame}</g>` : html`<a href="${address}" tabindex="-1">${frame}</a>`;
}
