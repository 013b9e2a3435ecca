import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const stampPath = join('.next', 'puente', 'stamp');

/** What pages are made of. Tests and what the build itself makes don't count. */
const sources = [
  'app/**/*',
  'core/**/*',
  'server/**/*',
  'locales/**/*.json',
  'content/**/*.md',
  'public/**/*',
  'scripts/build*/**/*',
  'scripts/catalogs*/**/*',
  'next.config.ts',
  'package.json',
  'package-lock.json',
];
const madeOrTested =
  /\.test\.tsx?$|\.testing\.ts$|^(locales|content)[\\/](en-XA|ar-XB)[\\/]|[\\/]published(-files\.ts|\.json)$/;

/**
 * Over names and contents, so that neither a touched file nor a changed clock builds anew; and over the mode, since
 * prerendered pages say what they are a demonstration of.
 */
export function hashOfSources(root: string, mode: string): string {
  const hash = createHash('sha256').update(`${mode}\0`);
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !madeOrTested.test(file));
  for (const file of [...new Set(files)].sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** `PUENTE_MODE`, as the pages read it when they are built. */
export function modeIn(environment: Readonly<Record<string, string | undefined>>): string {
  return environment['PUENTE_MODE'] === 'production' ? 'production' : 'demonstration';
}

export function writeStamp(root: string, hash: string): void {
  const path = join(root, stampPath);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${hash}\n`);
}

/** True where what was built last is made of just these sources, for this mode. */
export function isBuilt(root: string, mode: string): boolean {
  try {
    return readFileSync(join(root, stampPath), 'utf8').trim() === hashOfSources(root, mode);
  } catch {
    return false;
  }
}
