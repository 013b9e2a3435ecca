import { closeSync, fstatSync, ftruncateSync, openSync, readdirSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DurableFs, type NodeFileSystem, type NodeStream } from '#server/db/embedded/durable-fs.ts';

/** What a part of a file held before it was written without a sync. `size`: how long the file was. */
type Before = { readonly at: number; readonly bytes: Uint8Array; readonly size: number };

/**
 * A disk whose cache is lost with the power: whatever was written or cut since a file's last sync is taken back by
 * `cutPower`. Names (made, renamed, deleted) are kept, as journaling file systems keep them.
 */
export class PowerCutFs extends DurableFs {
  /** By inode, so that a renamed file is still the same. */
  private readonly unsynced = new Map<number, Before[]>();
  private readonly hasFsync: boolean;
  syncs = 0;
  private isOff = false;

  /** Without fsync it is PGlite's own file system, on the same disk. */
  constructor(folder: string, { hasFsync }: { readonly hasFsync: boolean }) {
    super(folder);
    this.hasFsync = hasFsync;
  }

  protected override attach(files: NodeFileSystem): void {
    if (this.hasFsync) super.attach(files);
    const { stream_ops: stream, node_ops: node } = files;
    const before = { stream: { ...stream }, node: { ...node } };
    if (before.stream.fsync) {
      stream.fsync = (of) => {
        const answer = before.stream.fsync?.(of) ?? 0;
        this.forget(fstatSync(of.nfd).ino);
        return answer;
      };
    }
    stream.write = (...written) => {
      const [of, , , length, position] = written;
      this.remember(of, position, length);
      return before.stream.write(...written);
    };
    stream.setattr = (of, attributes) => {
      if (attributes.size !== undefined) this.rememberCut(of.nfd, attributes.size);
      before.stream.setattr(of, attributes);
    };
    node.setattr = (of, attributes) => {
      if (attributes.size !== undefined)
        this.withFile(files.realPath(of), (descriptor) => this.rememberCut(descriptor, attributes.size ?? 0));
      before.node.setattr(of, attributes);
    };
    node.unlink = (parent, name) => {
      // The inode may soon be another file's.
      this.unsynced.delete(statSync(join(files.realPath(parent), name)).ino);
      before.node.unlink(parent, name);
    };
  }

  protected override sync(path: string): void {
    super.sync(path);
    this.forget(statSync(path).ino);
  }

  /** Takes back what was never synced. The database that used it is lost with it: don't touch it any more. */
  cutPower(): void {
    this.isOff = true;
    for (const path of filesBelow(this.rootDir)) {
      const befores = this.unsynced.get(statSync(path).ino) ?? [];
      this.withFile(path, (descriptor) => {
        for (const before of befores.toReversed()) {
          writeSync(descriptor, before.bytes, 0, before.bytes.length, before.at);
          ftruncateSync(descriptor, before.size);
        }
      });
    }
  }

  /** How many writes to the files below the folder would be lost by a power cut now. */
  unsyncedWrites(folder: string = this.rootDir): number {
    const inodes = filesBelow(folder).map((path) => statSync(path).ino);
    return inodes.reduce((count, inode) => count + (this.unsynced.get(inode)?.length ?? 0), 0);
  }

  private forget(inode: number): void {
    this.syncs += 1;
    this.unsynced.delete(inode);
  }

  private remember(of: NodeStream, at: number, length: number): void {
    if (this.isOff) throw new Error('the power is off');
    this.keep(of.nfd, at, length);
  }

  private rememberCut(descriptor: number, size: number): void {
    this.keep(descriptor, size, Math.max(0, fstatSync(descriptor).size - size));
  }

  private keep(descriptor: number, at: number, length: number): void {
    const { ino, size } = fstatSync(descriptor);
    const bytes = new Uint8Array(Math.max(0, Math.min(length, size - at)));
    // A file opened for writing alone can't be read by its own descriptor.
    if (bytes.length > 0)
      this.withFile(`/proc/self/fd/${descriptor}`, (readable) => readSync(readable, bytes, 0, bytes.length, at));
    const befores = this.unsynced.get(ino) ?? [];
    befores.push({ at, bytes, size });
    this.unsynced.set(ino, befores);
  }

  private withFile(path: string, use: (descriptor: number) => void): void {
    const descriptor = openSync(path, 'r+');
    try {
      use(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
