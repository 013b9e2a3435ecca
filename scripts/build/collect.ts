import { existsSync, globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';
import type { BuiltFile } from '#server/http/built-files.ts';

export type Found = {
  /** As in the address bar. */
  readonly path: string;
  /** Below the project's folder. */
  readonly file: string;
  readonly type: string;
  readonly keeps: BuiltFile['keeps'];
};

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

function typeOf(file: string): string {
  const type = types[extname(file)];
  if (!type) throw new Error(`${file}: expected one of ${Object.keys(types).join(' ')}; name its type in collect.ts`);
  return type;
}

const prerenderManifest = z.object({ routes: z.record(z.string(), z.unknown()) });
const bodyMeta = z.object({ headers: z.object({ 'content-type': z.string() }) });

/** What Next prerendered: pages, and the answers of static routes such as a manifest. */
export function collectPrerendered(root: string): readonly Found[] {
  const manifest = prerenderManifest.parse(
    JSON.parse(readFileSync(join(root, '.next/prerender-manifest.json'), 'utf8')),
  );
  return (
    Object.keys(manifest.routes)
      // Next's own, in no language: the gateway never sends them.
      .filter((route) => !route.startsWith('/_'))
      .map((route) => {
        const stem = join('.next/server/app', route === '/' ? 'index' : route);
        if (existsSync(join(root, `${stem}.html`))) {
          return { path: route, file: `${stem}.html`, type: 'text/html; charset=utf-8', keeps: 'page' };
        }
        const meta = bodyMeta.parse(JSON.parse(readFileSync(join(root, `${stem}.meta`), 'utf8')));
        return { path: route, file: `${stem}.body`, type: meta.headers['content-type'], keeps: 'hour' };
      })
  );
}

/** The source of a worker, which Turbopack lays beside the chunks that it makes of it: nobody asks for it. */
function isSource(name: string): boolean {
  return /\.tsx?$/.test(name);
}

/** Scripts, styles and fonts: their names change with their content. */
export function collectStatic(root: string): readonly Found[] {
  return filesBelow(root, '.next/static')
    .filter((name) => !isSource(name))
    .map((name) => ({
      path: `/_next/static/${name}`,
      file: `.next/static/${name}`,
      type: typeOf(name),
      keeps: 'forever',
    }));
}

export function collectPublic(root: string): readonly Found[] {
  return filesBelow(root, 'public').map((name) => ({
    path: `/${name}`,
    file: `public/${name}`,
    type: typeOf(name),
    keeps: 'hour',
  }));
}

function filesBelow(root: string, folder: string): readonly string[] {
  const whole = join(root, folder);
  return globSync('**/*', { cwd: whole, withFileTypes: true })
    .filter(
      (entry) =>
        entry.isFile() && !entry.name.startsWith('.') && extname(entry.name) !== '.map' && entry.name !== 'README.md',
    )
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(whole.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
