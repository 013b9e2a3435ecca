import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shippedPolicies } from '#core/policy/policies.ts';
import { policyAt } from '#core/policy/policy.ts';
import type { Instant } from '#core/time/instant.ts';
import { type BuiltFile, type Manifest, manifestPath } from '#server/http/built-files.ts';
import { plainPage } from '#server/http/plain-page.ts';
import { shownPolicy } from '#server/http/policy-fit.ts';
import { scriptHashes } from '#server/http/security.ts';
import { collectPrerendered, collectPublic, collectStatic, type Found } from './collect.ts';
import { compress } from './compress.ts';

const folder = join('.next', 'puente', 'files');
/** As many as zlib has threads. */
const width = 4;

/**
 * After `next build`: compresses what the gateway sends by itself, makes pages without run-time, hashes inline scripts, and
 * lists it all. `plainScripts`: the address of the one script that those pages have, and of what it imports.
 */
export async function writeGatewayFiles(
  root: string,
  plainScripts: readonly string[],
): Promise<{ readonly pages: number; readonly plain: number; readonly assets: number }> {
  const found = [...collectPrerendered(root), ...collectStatic(root), ...collectPublic(root)];
  mkdirSync(join(root, folder), { recursive: true });
  const files: Record<string, BuiltFile> = {};
  const waiting = [...found];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      files[next.path] = await buildFile(root, next, plainScripts);
  };
  await Promise.all(Array.from({ length: width }, worker));
  const manifest: Manifest = {
    files,
    plainScripts,
    policy: shownPolicy(policyAt(Date.now() as Instant, shippedPolicies)),
  };
  writeFileSync(join(root, manifestPath), JSON.stringify(manifest));
  const pages = found.filter(({ keeps }) => keeps === 'page').length;
  const plain = Object.values(files).filter((file) => file.plain).length;
  return { pages, plain, assets: found.length - pages };
}

/** Compressed beside the others. `plainScripts` are wanted of pages alone. */
export async function buildFile(
  root: string,
  { file, type, keeps }: Found,
  plainScripts: readonly string[] = [],
): Promise<BuiltFile> {
  const content = await readFile(join(root, file));
  const isText = /^text\/|json|javascript|svg|manifest|wasm/.test(type);
  const made = await keep(root, content, { isText, identity: file });
  if (keeps !== 'page') return { type, keeps, ...made };
  const html = content.toString();
  const plain = plainPage(html, plainScripts);
  return {
    type,
    keeps,
    ...made,
    scripts: [...scriptHashes(html)],
    ...(plain === null ? {} : { plain: await keep(root, Buffer.from(plain), { isText }) }),
  };
}

/** `identity`: where the content lies already. */
async function keep(
  root: string,
  content: Buffer,
  { isText, identity }: { readonly isText: boolean; readonly identity?: string },
): Promise<Pick<BuiltFile, 'hash' | 'files'>> {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 22);
  const write = async (kind: string, bytes: Buffer) => {
    const path = join(folder, `${hash}.${kind}`);
    await writeFile(join(root, path), bytes);
    return path;
  };
  const { br, gzip } = isText ? await compress(content) : {};
  return {
    hash,
    files: {
      identity: identity ?? (await write('html', content)),
      ...(br ? { br: await write('br', br) } : {}),
      ...(gzip ? { gzip: await write('gzip', gzip) } : {}),
    },
  };
}
