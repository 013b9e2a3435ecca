import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { BuiltFile, BuiltFiles } from '#server/http/built-files.ts';
import { sendFile } from '#server/http/send-file.ts';
import { compress } from '../../scripts/build/compress.ts';

const dist = 'node_modules/govuk-frontend/dist/govuk';
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/manifest+json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

export type FormWords = {
  readonly title: string;
  readonly legend: string;
  readonly hint: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly months: readonly string[];
  readonly go: string;
};

/** The same question by govuk-frontend as it comes: its whole style, its whole script, its font; no framework. */
function govukPage(words: FormWords): string {
  const part = (name: string, label: string, control: string) =>
    `<div class="govuk-date-input__item"><div class="govuk-form-group"><label class="govuk-label govuk-date-input__label" for="${name}">${label}</label>${control}</div></div>`;
  const input = (name: string, width: number) =>
    `<input class="govuk-input govuk-date-input__input govuk-input--width-${width}" id="${name}" name="${name}" type="text" inputmode="numeric">`;
  const options = words.months.map((month, index) => `<option value="${index + 1}">${month}</option>`).join('');
  const select = `<select class="govuk-select" id="month" name="month"><option value=""></option>${options}</select>`;
  return `<!DOCTYPE html><html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>${words.title}</title><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><meta name="description" content="${words.title}"><link rel="icon" href="/assets/images/favicon.svg" type="image/svg+xml"><link rel="manifest" href="/assets/manifest.json"><link rel="stylesheet" href="/govuk-frontend.min.css"></head><body class="govuk-template__body"><script src="/supported.js"></script><a href="#main" class="govuk-skip-link" data-module="govuk-skip-link">Skip</a><div class="govuk-width-container"><a href="/" class="govuk-back-link">Back</a><main class="govuk-main-wrapper" id="main"><h1 class="govuk-heading-l">${words.title}</h1><form action="/" method="post" novalidate><div class="govuk-form-group"><fieldset class="govuk-fieldset" role="group" aria-describedby="hint"><legend class="govuk-fieldset__legend">${words.legend}</legend><div id="hint" class="govuk-hint">${words.hint}</div><div class="govuk-date-input" id="birth">${part('day', words.day, input('day', 2))}${part('month', words.month, select)}${part('year', words.year, input('year', 4))}</div></fieldset></div><button type="submit" class="govuk-button" data-module="govuk-button">${words.go}</button></form></main></div><script type="module" src="/start.js"></script></body></html>`;
}

/** What its guide puts into pages, in files. */
const scripts = {
  '/supported.js':
    "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');",
  '/start.js': "import { initAll } from '/govuk-frontend.min.js'; initAll();",
};

/** Serves it as our gateway serves files: packed before, and sent by the same function. */
export async function startGovuk(root: string, words: FormWords) {
  const contents = new Map<string, { readonly type: string; readonly content: Buffer }>();
  contents.set('/', { type: 'text/html; charset=utf-8', content: Buffer.from(govukPage(words)) });
  for (const [path, text] of Object.entries(scripts))
    contents.set(path, { type: types['.js'] ?? '', content: Buffer.from(text) });
  for (const name of globSync(['govuk-frontend.min.{css,js}', 'assets/**/*.*'], { cwd: join(root, dist) }))
    contents.set(`/${name}`, {
      type: types[extname(name)] ?? 'application/octet-stream',
      content: readFileSync(join(root, dist, name)),
    });

  const built = new Map<string, BuiltFile>();
  const packed = new Map<string, Buffer>();
  for (const [path, { type, content }] of contents) {
    const made = /^font|png/.test(type) ? {} : await compress(content);
    for (const [encoding, bytes] of Object.entries({ identity: content, ...made })) packed.set(path + encoding, bytes);
    const names = ['identity', ...Object.keys(made)].map((encoding) => [encoding, path + encoding]);
    const hash = createHash('sha256').update(content).digest('base64url').slice(0, 22);
    const files = Object.fromEntries(names) as BuiltFile['files'];
    built.set(path, { type, keeps: path === '/' ? 'page' : 'forever', hash, files });
  }
  const files: BuiltFiles = {
    policy: { questions: {}, termsVersion: '', geofence: {} },
    plainScripts: [],
    find: (path) => built.get(path),
    read: ({ files: names }, encoding) => Promise.resolve(packed.get(names[encoding] ?? names.identity) ?? Buffer.of()),
  };
  const server = createServer((req, res) => {
    const file = files.find(req.url ?? '/');
    if (file) void sendFile(req, res, { files, file });
    else res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://localhost:${port}/`, stop: () => server.close() };
}
