import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { createTranslator } from 'use-intl/core';
import { localeFacts, translatedLocales } from '#core/language/locales.ts';
import { html } from '../studio/html.ts';
import type { BuiltPage } from '../verify-draw/page.ts';

const root = join(import.meta.dirname, '..', '..');

type Words = BuiltPage['languages'][number]['messages'];

/** Letters and colours of the reader's own system, light or dark. */
const style = `
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; padding: 1rem; max-width: 40rem; }
label, input, select { display: block; }
label { font-weight: 700; }
input, select { font: inherit; min-height: 2.75rem; max-width: 100%; margin-block: .5rem; }
dd, pre { margin: 0 0 .75rem; font-family: ui-monospace, monospace; overflow-wrap: anywhere; white-space: pre-wrap; }
.good, .bad { border: 2px solid; border-inline-start-width: .5rem; padding: .75rem; font-weight: 700; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
`;

/** The page, whole. */
export async function writtenPage(): Promise<string> {
  const languages = translatedLocales.map((tag) => ({ tag, ...localeFacts[tag], messages: messagesOf(tag) }));
  const page: BuiltPage = { languages };
  const { outputFiles } = await build({
    entryPoints: [join(root, 'scripts/verify-draw/page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2023',
    charset: 'utf8',
    define: { built: JSON.stringify(page), 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: {},
    logLevel: 'error',
  });
  const script = (outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
  const policy = `default-src 'none'; script-src '${sourceHash(script)}'; style-src '${sourceHash(style)}'`;
  const withoutScript = languages.map(({ tag, dir, messages }) => {
    const t = createTranslator({ locale: tag, messages: { verify: messages }, namespace: 'verify' });
    const [title, words] = [t('title'), t('noScript')];
    return html`<div lang="${tag}" dir="${dir}"><h1>${title}</h1><p>${words}</p></div>`;
  });
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    html`<title>${languages[0]?.messages.title}</title>`.text,
    `<style>${style}</style></head>`,
    html`<body><noscript>${withoutScript}</noscript></body>`.text,
    `<script>${script}</script></html>\n`,
  ].join('\n');
}

function messagesOf(tag: string): Words {
  const text = readFileSync(join(root, 'locales', tag, 'verify.json'), 'utf8');
  return JSON.parse(text) as Words;
}

function sourceHash(source: string): string {
  return `sha256-${createHash('sha256').update(source).digest('base64')}`;
}
