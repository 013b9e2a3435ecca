import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** `npm run budgets:compare`: our form beside the same one by govuk-frontend. On a machine that has nothing else to do. */
export default defineConfig<object, { engine: 'PGlite' | 'PostgreSQL' }>({
  ...base,
  testMatch: 'govuk.compare.ts',
  outputDir: '../../test-results/compare',
  timeout: 1_800_000,
});
