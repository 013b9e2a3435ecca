import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compress } from '../build/compress.ts';
import { runStep } from '../run/steps.ts';
import type { Floor } from './budgets.ts';
import { namedFiles } from './named-files.ts';

/** What decides how much an empty page brings. */
const framework = ['next', 'react', 'react-dom'] as const;

/** An app with one page that has nothing on it, no component of ours, and the settings that ours is built with. */
function emptyApp(root: string): Readonly<Record<string, string>> {
  const config = { reactStrictMode: true, poweredByHeader: false, turbopack: { root } };
  return {
    'package.json': '{ "private": true, "type": "module" }\n',
    'next.config.js': `export default ${JSON.stringify(config)};\n`,
    'app/layout.js':
      'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
    'app/page.js': 'export default function Page() {\n  return <main />;\n}\n',
  };
}

/**
 * The framework's floor: builds an empty page with the installed framework, and weighs the scripts that it names. Not the
 * chunks that all our pages share: a component that is on each of them would hide among those.
 */
export async function measureFloor(root: string): Promise<Floor> {
  // Below the project, where the framework is found: Turbopack follows no link out of its root.
  mkdirSync(join(root, 'var'), { recursive: true });
  const folder = mkdtempSync(join(root, 'var', 'empty-page-'));
  try {
    for (const [name, text] of Object.entries(emptyApp(root))) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const built = await runStep(
      { name: 'an empty page', command: ['next', 'build', folder], environment: { NEXT_TELEMETRY_DISABLED: '1' } },
      false,
    );
    if (!built.passed) throw new Error(`expected an empty page to be built, found:\n${built.unseen}`);
    const html = readFileSync(join(folder, '.next/server/app/index.html'), 'utf8');
    let [gzip, brotli] = [0, 0];
    for (const script of namedFiles(html).scripts) {
      const content = readFileSync(join(folder, script.replace('/_next/', '.next/')));
      const made = await compress(content);
      gzip += made.gzip?.length ?? content.length;
      brotli += made.br?.length ?? content.length;
    }
    return { versions: installedVersions(root), gzip, brotli };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function installedVersions(root: string): Floor['versions'] {
  const versionOf = (name: string) =>
    (JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;
  return Object.fromEntries(framework.map((name) => [name, versionOf(name)]));
}

/** Null where the floor in the file is still right; else why it is not. A hundredth is the same. */
export function whyFloorIsOld(recorded: Floor, found: Partial<Floor> & Pick<Floor, 'versions'>): string | null {
  const names = (floor: Pick<Floor, 'versions'>) =>
    Object.entries(floor.versions)
      .map((pair) => pair.join(' '))
      .join(', ');
  if (names(recorded) !== names(found))
    return `expected the floor of ${names(found)}, found that of ${names(recorded)}`;
  const isMoved = (one: number, other: number | undefined) =>
    other !== undefined && Math.abs(one - other) > other / 100;
  if (isMoved(recorded.gzip, found.gzip) || isMoved(recorded.brotli, found.brotli))
    return `expected a floor of ${found.gzip} bytes (brotli ${found.brotli}), found ${recorded.gzip} (${recorded.brotli})`;
  return null;
}
