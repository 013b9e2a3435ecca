import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { getManifest } from 'workbox-build/build/get-manifest.js';
import { z } from 'zod';
import { pseudoLocales } from '#core/language/locales.ts';
import { type BuiltFile, type Manifest, manifestPath } from '#server/http/built-files.ts';
import { isPage, pages } from '#server/http/pages.ts';
import { buildFile } from './gateway-files.ts';
import { scriptsOnlyFor } from './scripts-for.ts';

const folder = join('.next', 'puente');
/** What a language may weigh with everything that all share: prepaid data, and slow 3G. */
export const limitBytes = 600_000;

type Entry = { readonly url: string; readonly revision: string | null };
type List = { readonly entries: readonly Entry[]; readonly bytes: number; readonly unpacked: number };

/** After the gateway's files: bundles the service worker with the lists of what phones keep, and adds it to them. */
export async function writeWorker(root: string): Promise<{ readonly heaviest: string; readonly bytes: number }> {
  const manifest = JSON.parse(readFileSync(join(root, manifestPath), 'utf8')) as Manifest;
  const listed = (urls: readonly string[], revision: (url: string) => string | null): List => ({
    entries: urls.map((url) => ({ url, revision: revision(url) })),
    bytes: urls.reduce((sum, url) => sum + lineBytes(root, manifest.files[url]), 0),
    unpacked: urls.reduce((sum, url) => sum + sizeOf(root, manifest.files[url], (files) => files.identity), 0),
  });
  const shell = listed(await shellUrls(root), (url) =>
    url.startsWith('/_next/') ? null : (manifest.files[url]?.hash ?? null),
  );
  const revisions = await pageRevisions(root);
  const languages = Object.fromEntries(
    localesIn(revisions).map((locale) => {
      const urls = [...revisions.keys()].filter((url) => isPrecached(url, locale));
      return [locale, listed(urls, (url) => revisions.get(url) ?? null)] as const;
    }),
  );
  const files = { ...manifest.files };
  for (const [path, entry, built] of [
    ['/worker.js', 'worker.ts', { shell, languages, pages, onceOpened }],
    ['/worker-off.js', 'off.ts', null],
  ] as const) {
    const file = join(folder, path);
    await bundle(root, { entry: `app/_pwa/worker/${entry}`, to: file, built });
    files[path] = await buildFile(root, { path, file, type: 'text/javascript; charset=utf-8', keeps: 'never' });
  }
  writeFileSync(join(root, manifestPath), JSON.stringify({ ...manifest, files }));

  const shared = shell.bytes + lineBytes(root, files['/worker.js']);
  return heaviestOf(languages, shared);
}

const forTests: readonly string[] = pseudoLocales;

/** Throws where a language weighs more than a phone should have to fetch. Nobody chooses those that are for tests. */
export function heaviestOf(languages: Readonly<Record<string, Pick<List, 'bytes'>>>, shared: number) {
  const [heaviest = '', list = { bytes: 0 }] =
    Object.entries(languages)
      .filter(([locale]) => !forTests.includes(locale))
      .sort(([, one], [, other]) => other.bytes - one.bytes)[0] ?? [];
  const bytes = list.bytes + shared;
  if (bytes > limitBytes) {
    throw new Error(
      `${heaviest}: expected at most ${limitBytes} bytes for what a phone keeps of a language, found ${bytes} ` +
        `(${shared} of them for every language). What grew? \`npm run budgets -- --built\` weighs each page.`,
    );
  }
  return { heaviest, bytes };
}

/** What the line carries: brotli, which every browser takes by https, and a service worker needs https. */
function lineBytes(root: string, file: BuiltFile | undefined): number {
  return sizeOf(root, file, ({ br, gzip, identity }) => br ?? gzip ?? identity);
}

function sizeOf(root: string, file: BuiltFile | undefined, form: (files: BuiltFile['files']) => string): number {
  if (!file) throw new Error('expected a file of the gateway for each entry of the precache, found none');
  return statSync(join(root, form(file.files))).size;
}

/** In FingerprintJS alone: a form that waits for a line is sent without what it tells. */
const tellsOfPhone = '__fpjs';

/**
 * Scripts that are loaded later stand in no page: so all of them, but those for browsers that have no service worker, what
 * nobody misses who has no line, and those of the draws, which are kept once somebody opened these pages.
 */
async function shellUrls(root: string): Promise<readonly string[]> {
  const { polyfillFiles } = z
    .object({ polyfillFiles: z.array(z.string()) })
    .parse(JSON.parse(readFileSync(join(root, '.next/build-manifest.json'), 'utf8')));
  const { manifestEntries } = await getManifest({
    globDirectory: join(root, '.next/static'),
    globPatterns: ['chunks/**/*.{js,css}'],
    globIgnores: [
      ...polyfillFiles.map((file) => file.replace('static/', '')),
      // A worker's beginning isn't answered from the phone: `app/_pwa/worker/assets.ts`.
      'chunks/turbopack-worker-*.js',
      ...scriptsOnlyFor(root, (page) => /^draws(\/|$)/.test(page)).map((name) => `chunks/${name}`),
    ],
    modifyURLPrefix: { '': '/_next/static/' },
  });
  const urls = manifestEntries.map(({ url }) => url);
  const kept = urls.filter(
    (url) => !readFileSync(join(root, url.replace('/_next', '.next')), 'utf8').includes(tellsOfPhone),
  );
  if (kept.length === urls.length) throw new Error(`expected a script with ${tellsOfPhone} in it, found none`);
  return ['/icon.svg', ...kept];
}

/** By address; of what each page says without the build's own name, so that a phone fetches those alone that changed. */
async function pageRevisions(root: string): Promise<ReadonlyMap<string, string>> {
  const buildName = readFileSync(join(root, '.next/BUILD_ID'), 'utf8').trim();
  const folder = join(root, '.next/server/app');
  const revised = (url: string) => {
    const html = readFileSync(join(folder, url), 'utf8').replaceAll(buildName, '');
    return createHash('sha256').update(html).digest('base64url').slice(0, 10);
  };
  const { manifestEntries } = await getManifest({
    globDirectory: folder,
    globPatterns: ['*/**/*.html', '*.html'],
    manifestTransforms: [
      (entries) => ({ manifest: entries.map((entry) => ({ ...entry, revision: revised(entry.url) })), warnings: [] }),
    ],
  });
  return new Map(manifestEntries.map(({ url, revision }) => [`/${url.replace(/\.html$/, '')}`, revision ?? '']));
}

/** Those that were built; which are published isn't known before. */
function localesIn(revisions: ReadonlyMap<string, string>): readonly string[] {
  return [...revisions.keys()].flatMap((url) => /^\/([^/]+)\/offline$/.exec(url)?.[1] ?? []);
}

/** Forms that mean nothing without the server's answer, on pages that nobody comes to read. */
const needLine: readonly string[] = [
  'account/new',
  'account/code-check',
  'account/new-code',
  'account/sign-in',
  'account/find',
  'group/join',
  'my-data/delete',
];

/**
 * Few need them, and with what they load they would be a ninth of what a phone may keep of a language: the worker keeps
 * them once somebody opened them.
 */
const onceOpened: readonly string[] = ['draws/how', 'draws/check', 'draws/own', 'draws/cheat'];

/** Pages that are the same for everybody. What tells of a problem comes from the server alone. */
function isPrecached(url: string, locale: string): boolean {
  const [, first, ...rest] = url.split('/');
  const page = rest.join('/');
  return (
    first === locale &&
    isPage(page) &&
    pages[page] !== 'personal' &&
    !needLine.includes(page) &&
    !onceOpened.includes(page)
  );
}

type Bundle = { readonly entry: string; readonly to: string; readonly built: unknown };

async function bundle(root: string, { entry, to, built }: Bundle): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: to,
    bundle: true,
    minify: true,
    format: 'iife',
    // Drafts are of pages: a worker opens none.
    external: ['./pin.ts'],
    target: ['chrome90', 'firefox90', 'safari15'],
    define: { PUENTE_BUILT: JSON.stringify(built), 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
}
