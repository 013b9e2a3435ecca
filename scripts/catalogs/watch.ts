import { existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join, relative } from 'node:path';

/** What the rules look at, and what their lists come from. */
const watched = [
  'locales',
  'content',
  'app',
  'server',
  'core',
  'scripts/catalogs/exceptions',
  'scripts/verify-draw',
  'scripts/verify-page',
];

/** An editor writes a file in several steps: what comes within this time (milliseconds) is one change. */
const settled = 40;

/**
 * Calls `look` at once and after each change below the root, one after the other, until `ended` is aborted; it gets the
 * paths that have changed. One watch a folder: Node's recursive one watches each file on Linux, and loses those that an
 * editor replaces by a new file of the same name. Folders that come later are followed, too.
 */
export async function lookAgain(
  root: string,
  ended: AbortSignal,
  look: (changed: ReadonlySet<string>) => Promise<void>,
): Promise<void> {
  const watches = new Map<string, FSWatcher>();
  const changed = new Set<string>();
  let waiting: NodeJS.Timeout | undefined;
  let isDue = true;
  let wake = () => {};

  function soon(path: string): void {
    changed.add(path);
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      isDue = true;
      wake();
    }, settled);
  }

  /** Before each look: what comes into a new folder after that makes itself heard. */
  function follow(): void {
    const now = foldersIn(root);
    for (const [name, own] of watches) {
      if (now.has(name)) continue;
      own.close();
      watches.delete(name);
    }
    for (const [name, folder] of now) {
      if (watches.has(name)) continue;
      const own = watch(join(root, folder), (_event, file) => soon(join(folder, file ?? '')));
      // A folder that is taken away; the one above it tells of that.
      own.on('error', () => own.close());
      watches.set(name, own);
    }
  }

  ended.addEventListener('abort', () => wake());
  while (!ended.aborted) {
    if (!isDue) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      continue;
    }
    isDue = false;
    const what = new Set(changed);
    changed.clear();
    try {
      follow();
    } catch {
      // A folder went while the list was made.
      soon('');
      continue;
    }
    await look(what);
  }
  clearTimeout(waiting);
  for (const own of watches.values()) own.close();
}

/** Path by name; a folder that was deleted and made again has another name. */
function foldersIn(root: string): ReadonlyMap<string, string> {
  const folders = watched
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => [folder, ...foldersBelow(root, folder)]);
  return new Map(
    folders.map((folder) => {
      const { ino, birthtimeMs } = statSync(join(root, folder));
      return [`${folder} ${ino} ${birthtimeMs}`, folder];
    }),
  );
}

function foldersBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)));
}
