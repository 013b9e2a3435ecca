import { defineConfig } from '@playwright/test';
import base from '../../playwright.config.ts';

/** `npm run budgets`: a test a language, each with a server of its own. */
export default defineConfig<object, { engine: 'PGlite' | 'PostgreSQL' }>({
  ...base,
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: '../support/e2e-setup.ts',
  outputDir: '../../test-results/budgets',
  reporter: [['line']],
  // Lighthouse takes six seconds a look, taps on a slow phone two.
  timeout: process.env['PUENTE_LIGHTHOUSE'] || process.env['PUENTE_TAPS'] ? 7_200_000 : 900_000,
  projects: [{ name: 'pglite', use: { engine: 'PGlite' } }],
});
