import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { encodings } from './encoding.ts';

const content = z.object({
  /** Of the content, without the encoding. */
  hash: z.string(),
  /** Paths below the project's folder; smaller ones only where they are smaller. */
  files: z.object({ identity: z.string(), gzip: z.string().optional(), br: z.string().optional() }),
});

const builtFile = content.extend({
  type: z.string(),
  /**
   * `page`: asked about again each time. `forever`: the name changes with the content. `hour`: icons and the like. `never`:
   * the service worker, by which phones hear of a new version.
   */
  keeps: z.enum(['page', 'forever', 'hour', 'never']),
  /** CSP sources of a page's inline scripts. */
  scripts: z.array(z.string()).optional(),
  /** The same page without the framework's run-time and without inline scripts, where it can do without. */
  plain: content.optional(),
});
export type BuiltFile = Readonly<z.infer<typeof builtFile>>;

/** What `npm run build` leaves for the gateway: `.next/puente/manifest.json`, by path as in the address bar. */
const manifestSchema = z.object({
  files: z.record(z.string(), builtFile),
  /** The address of the script of pages without the framework's run-time. */
  plainScripts: z.array(z.string()).readonly(),
  /** What the prerendered pages say of the policy. */
  policy: z.object({
    questions: z.record(z.string(), z.string()),
    termsVersion: z.string(),
    geofence: z.record(z.string(), z.number()),
  }),
});
export type Manifest = Readonly<z.infer<typeof manifestSchema>>;
export const manifestPath = join('.next', 'puente', 'manifest.json');

export type BuiltFiles = {
  readonly policy: Manifest['policy'];
  readonly plainScripts: readonly string[];
  find(path: string): BuiltFile | undefined;
  /** From memory after the first time: what is built doesn't change while the server runs. */
  read(file: Pick<BuiltFile, 'files'>, encoding: (typeof encodings)[number]): Promise<Buffer>;
};

export function makeBuiltFiles(root: string, manifest: Manifest): BuiltFiles {
  const files = new Map(Object.entries(manifest.files));
  const memory = new Map<string, Promise<Buffer>>();
  return {
    policy: manifest.policy,
    plainScripts: manifest.plainScripts,
    find: (path) => files.get(path),
    read(file, encoding) {
      const path = file.files[encoding] ?? file.files.identity;
      const known = memory.get(path);
      if (known) return known;
      const reading = readFile(join(root, path));
      memory.set(path, reading);
      reading.catch(() => memory.delete(path));
      return reading;
    },
  };
}

/** The worker that phones ask for removes itself and all that was kept. */
export function withoutWorker(files: BuiltFiles): BuiltFiles {
  return { ...files, find: (path) => files.find(path === '/worker.js' ? '/worker-off.js' : path) };
}

/** null: nothing is built in this folder. */
export async function loadBuiltFiles(root: string): Promise<BuiltFiles | null> {
  const text = await readFile(join(root, manifestPath), 'utf8').catch(() => null);
  return text === null ? null : makeBuiltFiles(root, manifestSchema.parse(JSON.parse(text)));
}
