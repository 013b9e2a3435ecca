import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { dirOf, type Locale } from '#core/language/locales.ts';
import { builtLocales } from '#core/language/published.ts';
import { messagesOf } from './words.ts';

type Render = (props: object) => string;

const project = join(import.meta.dirname, '../..');

/** The page with its styles in a part of a second: what Next makes of the same sources takes ten, and a server. */
const source = `
import './app/_ui/base.css';
import './app/_ui/tokens.css';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Gallery } from './app/_ui/gallery/gallery.dev.tsx';
import { wordsOf } from './app/_ui/gallery/in-words.ts';
export const render = ({ source, other, ...props }) =>
  renderToStaticMarkup(createElement(Gallery, { ...props, words: wordsOf(source, other) }));
`;

/** The gallery of components as one file of HTML a language, as `/en/_gallery` shows it, made below `folder`. */
export async function makeGallery(folder: string): Promise<(locale: Locale) => string> {
  const outfile = join(folder, 'gallery.mjs');
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: project, loader: 'tsx' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    outfile,
    write: false,
    logLevel: 'error',
  });
  const css = outputFiles.find(({ path }) => path.endsWith('.css'))?.text ?? '';
  const code = outputFiles.find(({ path }) => path.endsWith('.mjs'))?.text ?? '';
  await mkdir(folder, { recursive: true });
  await writeFile(outfile, code);
  const { render } = (await import(pathToFileURL(outfile).href)) as { readonly render: Render };
  return (locale) => {
    const body = render({
      switches: { locale },
      locales: builtLocales,
      source: messagesOf('en'),
      other: messagesOf(locale),
    });
    return `<!DOCTYPE html><html lang="${locale}" dir="${dirOf(locale)}"><head><meta charset="utf-8"><title>Components</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${css}</style></head><body>${body}</body></html>`;
  };
}
