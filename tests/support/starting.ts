import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect } from './browser.ts';
import { type ServerOptions, startToEnd } from './running-server.ts';

/** For tests of the start itself: an empty folder, and starts that are refused. */
export const test = base.extend<{
  readonly folder: string;
  readonly refused: (options?: ServerOptions) => Promise<string>;
}>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'puente-start-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  /** What a start says that ends at once, as it has to: with exit code 1 and in one sentence. */
  refused: async ({ folder }, use) => {
    await use(async (options = {}) => {
      const { code, printed } = await startToEnd({ folder, ...options });
      expect(code, printed).toBe(1);
      expect(printed).toMatch(/^[^\n]+\.\n$/);
      return printed.trimEnd();
    });
  },
});

export { expect } from './browser.ts';
