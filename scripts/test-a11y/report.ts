import { type Html, html } from '../studio/html.ts';
import type { Finding, Looked, LookedScreen } from './looked.ts';
import { nameOf } from './looked.ts';
import { reportScript, reportStyle } from './report-page.ts';
import type { Summary } from './results.ts';
import { screenState } from './screens.ts';
import { variants } from './variants.ts';

/** One page that needs nothing but the pictures beside it: a card a screen, state and language, with a part a variant. */
export function reportOf(looked: readonly LookedScreen[], summary: Summary): string {
  const states = looked.map(({ screen }) => screenState(screen));
  return `<!DOCTYPE html>\n${
    html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Accessibility of Puente: what the tests saw</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<h1>Accessibility of Puente: what the tests saw</h1>
${figures(summary)}
</header>
<form aria-label="What is shown">
<fieldset>
<legend>Show</legend>
${select('screen', 'Screen', unique(states.map(({ screen }) => screen)))}
${select('state', 'State', unique(states.map(({ state }) => state || usual)))}
${select('locale', 'Language', unique(looked.map(({ locale }) => locale)))}
${select('variant', 'Variant', summary.variants)}
${select('result', 'Result', ['found', 'to decide', 'nothing found', 'not looked at'])}
</fieldset>
<p role="status" id="shown">${looked.length} screens.</p>
</form>
<main>
${looked.map(card)}
${unreached(summary)}
</main>
<script>${reportScript}</script>
</body>
</html>`.text
  }\n`;
}

const usual = 'as usual';

function figures({ screens, locales, looks, findings, undecided, browser, failed }: Summary): Html {
  return html`<p>${screens} screens and states in ${locales.join(', ')}, looked at ${looks} times in ${browser}: <strong>${findings} findings</strong> of axe and of our own rules. ${undecided} times axe could not tell: there a person has to look.</p>
${failed.length > 0 && html`<p><strong>A walk broke off in ${failed.join(', ')}: what comes after it was not looked at.</strong></p>`}
<p>No finding does not mean that everybody can use it: programs see less than half of what is wrong. docs/accessibility.md says which criterion is tested how, docs/screen-readers.md how to try it by ear.</p>`;
}

function select(name: string, label: string, values: readonly string[]): Html {
  return html`<label>${label} <select name="${name}"><option value="">all</option>${values.map((value) => html`<option>${value}</option>`)}</select></label> `;
}

function card(one: LookedScreen): Html {
  const { screen, state } = screenState(one.screen);
  const id = nameOf(one);
  return html`<article data-screen="${screen}" data-state="${state || usual}" data-locale="${one.locale}" aria-labelledby="${id}">
<h2 id="${id}">${one.screen}, ${one.locale}</h2>
<p><span lang="${one.locale}" dir="auto">${one.title}</span> <code>${one.path}</code><br>The focus was at <bdi>${one.focus}</bdi>.</p>
<details><summary>Accessibility tree of ${id}</summary><pre tabindex="0" role="region" aria-label="Accessibility tree of ${id}">${one.tree}</pre></details>
<div class="looks">${one.looks.map((look) => part(one, look))}</div>
</article>
`;
}

function part(one: LookedScreen, look: Looked): Html {
  const { title, how } = variants[look.variant];
  return html`<section data-variant="${look.variant}" data-result="${resultOf(look)}">
<h3>${title}</h3>
${look.picture !== undefined && html`<a href="${look.picture}"><img src="${look.picture}" loading="lazy" alt="${one.screen} in ${one.locale}: ${how}"></a>`}
<p>${look.left === undefined ? verdict(look) : `Not looked at. ${look.left}`}</p>
${look.findings.map((finding) => told(finding, 'Found'))}
${look.undecided.map((finding) => told(finding, 'To decide'))}
</section>
`;
}

function resultOf(look: Looked): string {
  if (look.left !== undefined) return 'not looked at';
  if (look.findings.length > 0) return 'found';
  return look.undecided.length > 0 ? 'to decide' : 'nothing found';
}

function verdict({ findings, undecided }: Looked): string {
  if (findings.length > 0) return `${findings.length} found.`;
  return undecided.length > 0 ? 'Nothing found; axe could not tell everything.' : 'Nothing found.';
}

function told({ rule, what, criteria, todo, where, link }: Finding, as: string): Html {
  return html`<div class="finding">
<h4>${as}: ${what}</h4>
<p>${criteria.length > 0 ? `WCAG ${criteria.join(', ')}` : 'Good practice, no criterion'}; rule ${link ? html`<a href="${link}">${rule}</a>` : rule}</p>
<p class="todo">${todo}</p>
<ul>${where.map((element) => html`<li><code>${element}</code></li>`)}</ul>
</div>
`;
}

function unreached({ unreached: left }: Summary): Html | undefined {
  if (left.length === 0) return undefined;
  return html`<section id="unreached">
<h2>Asked for, and not reached</h2>
<p>No test comes to these states in that language, or a walk broke off before.</p>
<ul>${left.map(({ screen, locale }) => html`<li>${screen}, ${locale}</li>`)}</ul>
</section>
`;
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}
