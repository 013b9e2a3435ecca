import { chipsIn } from '../assets/chip-text.ts';
import { type Html, html } from '../html.ts';
import { choiceOf } from '../model/boxes.ts';
import type { Token } from '../model/tokens.ts';

/** The English with its chips as such; where it chooses, a sentence a form, so that nobody has to read the braces around. */
export function chippedSource(source: string, tokens: readonly Token[]): Html {
  const choice = choiceOf(source);
  if (!choice) return html`<p class="source" lang="en" dir="ltr">${chipped(source, tokens)}</p>`;
  const forms = [...choice.forms].map(
    ([name, text]) => html`<div><dt><code>${name}</code></dt><dd>${chipped(text, tokens)}</dd></div>`,
  );
  return html`<dl class="source" lang="en" dir="ltr">${forms}</dl>`;
}

function chipped(text: string, tokens: readonly Token[]): Html {
  let at = 0;
  const parts = chipsIn(text, tokens).map(({ from, to }) => {
    const before = text.slice(at, from);
    at = to;
    return html`${before}<code class="token">${text.slice(from, to)}</code>`;
  });
  return html`${parts}${text.slice(at)}`;
}
