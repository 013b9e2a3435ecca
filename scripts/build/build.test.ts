import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { loadBuiltFiles } from '#server/http/built-files.ts';
import { writeGatewayFiles } from './gateway-files.ts';
import { hashOfSources, isBuilt, modeIn, writeStamp } from './stamp.ts';
import { heaviestOf, limitBytes } from './worker.ts';

function makeFolder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'puente-build-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

describe('writeGatewayFiles', () => {
  const page = `<script>run()</script>${'nombre '.repeat(200)}`;
  const root = makeFolder({
    '.next/prerender-manifest.json': JSON.stringify({
      routes: { '/es/register/name': {}, '/es/manifest.webmanifest': {}, '/_not-found': {} },
    }),
    '.next/server/app/es/register/name.html': page,
    '.next/server/app/es/manifest.webmanifest.body': '{}',
    '.next/server/app/es/manifest.webmanifest.meta': '{"headers":{"content-type":"application/manifest+json"}}',
    '.next/server/app/_not-found.html': page,
    '.next/static/chunks/a.js': 'run();'.repeat(200),
    '.next/static/chunks/a.js.map': '{}',
    'public/icon.svg': '<svg/>',
    'public/README.md': 'words',
  });

  test('lists pages, static routes, assets and public files under their addresses', async () => {
    expect(await writeGatewayFiles(root, ['/plain.js'])).toEqual({ pages: 1, plain: 0, assets: 3 });
    const built = await loadBuiltFiles(root);
    const name = built?.find('/es/register/name');
    expect(name).toMatchObject({ keeps: 'page', type: 'text/html; charset=utf-8' });
    expect(name?.scripts).toHaveLength(1);
    expect(built?.find('/_next/static/chunks/a.js')?.keeps).toBe('forever');
    expect(built?.find('/es/manifest.webmanifest')).toMatchObject({ keeps: 'hour', type: 'application/manifest+json' });
    expect(built?.find('/icon.svg')).toMatchObject({ keeps: 'hour', type: 'image/svg+xml' });
    expect(built?.find('/_not-found')).toBeUndefined();
    expect(built?.find('/README.md')).toBeUndefined();
  });

  test('keeps a smaller encoding only where it is smaller', async () => {
    await writeGatewayFiles(root, ['/plain.js']);
    const built = await loadBuiltFiles(root);
    const name = built?.find('/es/register/name');
    if (!built || !name) throw new Error('expected the page, found none');
    expect(brotliDecompressSync(await built.read(name, 'br')).toString()).toBe(page);
    expect(built.find('/icon.svg')?.files).toEqual({ identity: 'public/icon.svg' });
  });

  test('makes a page without run-time, for people with little data, where the page can do without', async () => {
    const flight = (component: string) =>
      `<head></head><script>self.__next_f.push([1,"1:I[1,[],\\"${component}\\"]"])</script>`;
    const other = makeFolder({
      '.next/prerender-manifest.json': JSON.stringify({ routes: { '/es/terms': {}, '/es/ask/send': {} } }),
      '.next/server/app/es/terms.html': flight('Listen') + page,
      '.next/server/app/es/ask/send.html': flight('Unheard') + page,
    });
    expect(await writeGatewayFiles(other, ['/plain.js'])).toMatchObject({ pages: 2, plain: 1 });
    const built = await loadBuiltFiles(other);
    const plain = built?.find('/es/terms')?.plain;
    if (!built || !plain) throw new Error('expected a page without run-time, found none');
    const text = (await built.read(plain, 'identity')).toString();
    expect(text).toContain('<script type="module" src="/plain.js"></script></head>nombre');
    expect(brotliDecompressSync(await built.read(plain, 'br')).toString()).toBe(text);
    expect(built.find('/es/ask/send')?.plain).toBeUndefined();
  });

  test('a file of a type that nobody named stops the build', async () => {
    const other = makeFolder({ '.next/prerender-manifest.json': '{"routes":{}}', 'public/strange.xyz': '' });
    await expect(writeGatewayFiles(other, ['/plain.js'])).rejects.toThrow('public/strange.xyz'.split('/')[1]);
  });
});

describe('what a phone keeps of a language', () => {
  const list = (bytes: number) => ({ entries: [], bytes });

  test('is named by the heaviest, with what all languages share', () => {
    expect(heaviestOf({ en: list(200_000), ru: list(260_000) }, 200_000)).toEqual({ heaviest: 'ru', bytes: 460_000 });
  });

  test('is not judged in languages for tests, which nobody keeps', () => {
    const languages = { 'ar-XB': list(limitBytes), 'en-XA': list(limitBytes), ru: list(1) };
    expect(heaviestOf(languages, 2)).toEqual({ heaviest: 'ru', bytes: 3 });
  });

  test('stops the build where it is too much', () => {
    expect(() => heaviestOf({ ru: list(limitBytes) }, 1)).toThrow(`ru: expected at most ${limitBytes} bytes`);
  });
});

describe('the stamp', () => {
  const sources = { 'app/page.tsx': 'a', 'locales/en/common.json': '{}', 'package.json': '{}' };

  test('holds as long as the sources are the same, whatever their dates', () => {
    const root = makeFolder(sources);
    expect(isBuilt(root, 'demonstration')).toBe(false);
    writeStamp(root, hashOfSources(root, 'demonstration'));
    writeFileSync(join(root, 'app/page.tsx'), 'a');
    expect(isBuilt(root, 'demonstration')).toBe(true);
  });

  test.each([
    ['app/page.tsx', false],
    ['app/other.tsx', false],
    ['locales/es/common.json', false],
    ['app/page.test.tsx', true],
    ['locales/en-XA/common.json', true],
  ])('a change in %s: still built is %s', (path, built) => {
    const root = makeFolder(sources);
    writeStamp(root, hashOfSources(root, 'demonstration'));
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), 'b');
    expect(isBuilt(root, 'demonstration')).toBe(built);
  });

  test('pages of the demonstration are never shown in production', () => {
    const root = makeFolder(sources);
    writeStamp(root, hashOfSources(root, modeIn({})));
    expect(isBuilt(root, modeIn({ PUENTE_MODE: 'demonstration' }))).toBe(true);
    expect(isBuilt(root, modeIn({ PUENTE_MODE: 'production' }))).toBe(false);
  });
});
