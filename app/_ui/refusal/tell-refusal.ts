import type { Problem } from '#core/problem/kinds.ts';
import { type RefusalBook, refusalTexts } from './refusal-words.ts';

/**
 * Tells in `place` what stands in the way, or that nothing does any more (null). Takes the focus, since it came by itself.
 */
export function tellRefusal(place: HTMLElement, problem: Problem | null): void {
  const box = place.querySelector<HTMLElement>('[data-refusal]');
  if (!box) return;
  box.hidden = problem === null;
  if (!problem) return;
  const { refusal = '', way = '' } = box.dataset;
  const { title, texts, ways } = refusalTexts(JSON.parse(refusal) as RefusalBook, problem);
  box.replaceChildren(
    made('h2', { textContent: title }),
    ...texts.map((textContent) => made('p', { textContent })),
    ...ways.map(({ href, text }) => made('a', { href, textContent: text, className: way })),
  );
  box.focus();
}

function made<Name extends 'a' | 'h2' | 'p'>(name: Name, what: Partial<HTMLElementTagNameMap[Name]>): HTMLElement {
  return Object.assign(document.createElement(name), what);
}
