import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The parts of Emscripten's NODEFS that are touched here. `nfd` is the file descriptor in Node. */
export type NodeFileSystem = {
  stream_ops: {
    fsync?: (stream: NodeStream) => number;
    write(stream: NodeStream, buffer: Uint8Array, offset: number, length: number, position: number): number;
    setattr(stream: NodeStream, attributes: { readonly size?: number }): void;
  };
  node_ops: {
    setattr(node: unknown, attributes: { readonly size?: number }): void;
    unlink(parent: unknown, name: string): void;
  };
  realPath(node: unknown): string;
};
export type NodeStream = { readonly nfd: number };

type Options = Parameters<NodeFS['init']>[1];

/**
 * PGlite's Node file system with an fsync: NODEFS has none, and Emscripten answers 0 for what a stream can't do, so
 * that PostgreSQL believes its log to be on the disk. Belongs together with `durableParameters`.
 */
export class DurableFs extends NodeFS {
  override async init(pg: Parameters<NodeFS['init']>[0], options: Options): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(pg, options);
    const hook = (mod: unknown) =>
      this.attach((mod as { FS: { filesystems: { NODEFS: NodeFileSystem } } }).FS.filesystems.NODEFS);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [hook, ...list(emscriptenOpts.preRun)] } };
  }

  protected attach(files: NodeFileSystem): void {
    files.stream_ops.fsync = (stream) => {
      fsyncSync(stream.nfd);
      return 0;
    };
  }

  /**
   * Every file and folder to the disk: PGlite copies a new cluster out of memory without syncing it, and a log on the
   * disk is worth nothing when the files that it goes with are not.
   */
  syncAll(folder: string = this.rootDir): void {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) this.syncAll(path);
      else this.sync(path);
    }
    this.syncFolder(folder);
  }

  /** The names in it. */
  syncFolder(folder: string): void {
    this.sync(folder);
  }

  protected sync(path: string): void {
    const descriptor = openSync(path, 'r');
    fsyncSync(descriptor);
    closeSync(descriptor);
  }
}

function list<Item>(items: Item | Item[] | undefined): Item[] {
  return items === undefined ? [] : Array.isArray(items) ? items : [items];
}
