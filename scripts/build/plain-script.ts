import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';

const entry = 'app/_pwa/plain.ts';
const folder = join('.next', 'static', 'plain');

const workerAddress = /new URL\(('[^']+'), import\.meta\.url\)/;

/** What works beside the page is a file of its own: Next's bundler makes one by itself, esbuild doesn't. */
const workers: Plugin = {
  name: 'workers',
  setup(bundler) {
    bundler.onLoad({ filter: /[\\/]robot-check[\\/]solve\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const [address, name] = workerAddress.exec(source) ?? [];
      if (!address) throw new Error(`expected the address of a worker in ${path}, found none`);
      return { contents: `import worker from ${name};\n${source.replace(address, 'worker')}`, loader: 'ts' };
    });
    bundler.onLoad({ filter: /[\\/]altcha[\\/]dist[\\/]workers[\\/]/ }, async ({ path }) => ({
      contents: await readFile(path),
      loader: 'file',
    }));
  },
};

/** The script of the pages without the framework's run-time, among Next's own; gives its address, and those of its imports. */
export async function buildPlainScript(root: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: folder,
    publicPath: '/_next/static/plain',
    bundle: true,
    minify: true,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    // What is only needed once she presses comes then.
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    plugins: [workers],
    // As Next builds for.
    target: ['chrome111', 'edge111', 'firefox111', 'safari16.4'],
    metafile: true,
    logLevel: 'silent',
  });
  const [made] = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === entry) ?? [];
  if (made === undefined) throw new Error(`expected a script of ${entry}, found none`);
  return [...withImports(made, metafile.outputs)].map(
    (path) => `/_next/${path.replace(/^\.next[\\/]/, '').replaceAll('\\', '/')}`,
  );
}

/** Itself first; what comes later is not among them. */
function withImports(path: string, outputs: Metafile['outputs'], found = new Set<string>()): ReadonlySet<string> {
  found.add(path);
  for (const one of outputs[path]?.imports ?? [])
    if (one.kind === 'import-statement' && !found.has(one.path)) withImports(one.path, outputs, found);
  return found;
}
