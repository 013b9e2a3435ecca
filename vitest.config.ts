import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{core,server,app,scripts,tests}/**/*.test.{ts,tsx}'],
    globalSetup: ['tests/support/postgres-cluster.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Files run in processes of their own: worker threads inside worker threads would share one lock file's owner.
    pool: 'forks',
    maxWorkers: 2,
    // Nothing here replaces a module or leaves something in one: files of a process share them, and the open databases.
    isolate: false,
    reporters: process.env['VITEST_JSON']
      ? ['default', ['json', { outputFile: process.env['VITEST_JSON'] }]]
      : ['default'],
  },
});
