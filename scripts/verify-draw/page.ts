/**
 * The verifier as one page that is opened from the disk (`node scripts/verify-page.ts FILE` makes it). The same code as the
 * program's, with the core's own hash in the place of Node's, and the browser's Ed25519.
 */
import { createTranslator, type Locale } from 'use-intl/core';
import type { Signed } from '#core/draw/cosignatures.ts';
import { nobleHash, toHex } from '#core/draw/hash.ts';
import type verify from '#locales/en/verify.json';
import { notByDrand, notSigned, recompute } from './recompute.ts';
import { type Finding, reportOf } from './report.ts';
import { firstBroken } from './web-signature.ts';

export type BuiltPage = {
  readonly languages: readonly {
    readonly tag: Locale;
    readonly name: string;
    readonly dir: 'ltr' | 'rtl';
    readonly messages: typeof verify;
  }[];
};

/** Filled in by the bundler. */
declare const built: BuiltPage;

type Verdict = { readonly finding: Finding; readonly signed: readonly Signed[]; readonly canSign: boolean };

const main = document.body.appendChild(document.createElement('main'));
let language = firstLanguage();
let picked: FileList | undefined;
let verdict: Verdict | 'working' | undefined;

function firstLanguage() {
  const wanted = navigator.languages.map((tag) => tag.toLowerCase());
  const fits = (tag: string) => wanted.find((one) => one === tag || one.split('-')[0] === tag.split('-')[0]);
  const [english] = built.languages;
  const ranked = built.languages.toSorted(({ tag: one }, { tag: other }) => rank(one) - rank(other));
  function rank(tag: string): number {
    const found = fits(tag.toLowerCase());
    return found === undefined ? wanted.length : wanted.indexOf(found);
  }
  const best = ranked[0];
  return best && fits(best.tag.toLowerCase()) ? best : english;
}

/** Everything again: a page this small needs no more. */
function show(): void {
  if (!language) return;
  const { tag, dir, messages } = language;
  document.documentElement.lang = tag;
  document.documentElement.dir = dir;
  const t = createTranslator({ locale: tag, messages: { verify: messages }, namespace: 'verify' });
  document.title = t('title');

  const choice = element('select', { id: 'language', ariaLabel: t('language') });
  for (const { tag: other, name } of built.languages) {
    choice.append(element('option', { value: other, lang: other, textContent: name, selected: other === tag }));
  }
  choice.addEventListener('change', () => {
    language = built.languages.find(({ tag: other }) => other === choice.value) ?? language;
    show();
    document.getElementById('language')?.focus();
  });

  const files = element('input', { type: 'file', multiple: true, id: 'files' });
  if (picked) files.files = picked;
  files.addEventListener('change', () => void check(files.files));

  const result = element('div', { role: 'status' });
  main.replaceChildren(
    choice,
    element('h1', { textContent: t('title') }),
    element('p', { textContent: t('lead') }),
    element('label', { htmlFor: 'files', textContent: t('files') }),
    files,
    element('p', { textContent: t('drop') }),
    result,
  );
  result.append(...said());

  function said(): readonly Node[] {
    if (verdict === undefined) return [];
    if (verdict === 'working') return [element('p', { textContent: t('working') })];
    const { finding, signed, canSign } = verdict;
    switch (finding.verdict) {
      case 'malformed':
        return [box('bad', t('malformed')), element('pre', { dir: 'ltr', textContent: reportOf(finding).text })];
      case 'differs':
        return [
          box('bad', t('differs')),
          list([
            [t('where'), finding.at],
            [t('expected'), finding.expected],
            [t('found'), finding.found],
          ]),
        ];
      case 'same':
        return [
          box('good', t('same')),
          list([['resultHash', finding.resultHash]]),
          element('p', { textContent: signed.length === 0 ? t('unsigned') : canSign ? t('signed') : t('cannotCheck') }),
          list(canSign ? [...new Map(signed.map(({ party, key }) => [party, toHex(key)]))] : []),
        ];
    }
  }
}

async function check(files: FileList | null | undefined): Promise<void> {
  if (!files || files.length === 0) return;
  picked = files;
  verdict = 'working';
  show();
  // So that the page says so before it has no time for anything else.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const bytes = await Promise.all(
    Array.from(files, async (file) => [file.name, new Uint8Array(await file.arrayBuffer())] as const),
  );
  const { finding: found, signed, drand } = recompute(new Map(bytes), nobleHash);
  const broken = await firstBroken(signed);
  const isKnown = broken !== 'unknown';
  const finding = isKnown && broken ? notSigned(broken) : (notByDrand(drand) ?? found);
  verdict = { finding, signed, canSign: isKnown };
  show();
}

function box(kind: 'good' | 'bad', text: string): HTMLElement {
  return element('p', { className: kind, textContent: text });
}

function list(rows: readonly (readonly [name: string, text: string])[]): HTMLElement {
  const all = element('dl', {});
  for (const [name, text] of rows) {
    all.append(element('dt', { textContent: name }), element('dd', { dir: 'ltr', textContent: text }));
  }
  return all;
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}

addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  void check(event.dataTransfer?.files);
});
show();
