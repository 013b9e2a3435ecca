import { defineConfig } from 'vitest/config';

/** `npm run bench`: what takes long with many people, alone on the machine, one after the other. */
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/bench/**/*.bench.ts'],
    globalSetup: ['tests/support/postgres-cluster.ts'],
    testTimeout: 1_200_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 1,
  },
});
