import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shippedPolicies } from '#core/policy/policies.ts';
import { policyAt } from '#core/policy/policy.ts';
import type { Instant } from '#core/time/instant.ts';
import { type BuiltFile, type Manifest, manifestPath } from '#server/http/built-files.ts';
import { shownPolicy } from '#server/http/policy-fit.ts';
import { scriptHashes } from '#server/http/security.ts';
import { collectPrerendered, collectPublic, collectStatic, type Found } from './collect.ts';
import { compress } from './compress.ts';

const folder = join('.next', 'puente', 'files');
/** As many as zlib has threads. */
const width = 4;

/** After `next build`: compresses what the gateway sends by itself, hashes inline scripts, and lists it all. */
export async function writeGatewayFiles(root: string): Promise<{ readonly pages: number; readonly assets: number }> {
  const found = [...collectPrerendered(root), ...collectStatic(root), ...collectPublic(root)];
  mkdirSync(join(root, folder), { recursive: true });
  const files: Record<string, BuiltFile> = {};
  const waiting = [...found];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) files[next.path] = await buildFile(root, next);
  };
  await Promise.all(Array.from({ length: width }, worker));
  const manifest: Manifest = { files, policy: shownPolicy(policyAt(Date.now() as Instant, shippedPolicies)) };
  writeFileSync(join(root, manifestPath), JSON.stringify(manifest));
  const pages = found.filter(({ keeps }) => keeps === 'page').length;
  return { pages, assets: found.length - pages };
}

/** Compressed beside the others. */
export async function buildFile(root: string, { file, type, keeps }: Found): Promise<BuiltFile> {
  const content = await readFile(join(root, file));
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  const isText = /^text\/|json|javascript|svg|manifest|wasm/.test(type);
  const made = isText ? await compress(content) : {};
  const files: { identity: string; br?: string; gzip?: string } = { identity: file };
  for (const [encoding, smaller] of Object.entries(made)) {
    const path = join(folder, `${hash}.${encoding}`);
    await writeFile(join(root, path), smaller);
    files[encoding as 'br' | 'gzip'] = path;
  }
  return { type, keeps, hash, files, ...(keeps === 'page' ? { scripts: [...scriptHashes(content.toString())] } : {}) };
}
