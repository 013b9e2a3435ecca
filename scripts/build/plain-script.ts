import { join } from 'node:path';
import { build } from 'esbuild';

const entry = join('app', '_pwa', 'plain.ts');
const folder = join('.next', 'static', 'plain');

/** The script of the pages without the framework's run-time, among Next's own; gives its address. */
export async function buildPlainScript(root: string): Promise<string> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    // What is only needed once she presses comes then.
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    // As Next builds for.
    target: ['chrome111', 'edge111', 'firefox111', 'safari16.4'],
    metafile: true,
    logLevel: 'silent',
  });
  const [made] = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint !== undefined) ?? [];
  if (made === undefined) throw new Error(`expected a script of ${entry}, found none`);
  return `/_next/${made.replace(/^\.next[\\/]/, '').replaceAll('\\', '/')}`;
}
