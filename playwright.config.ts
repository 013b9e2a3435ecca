import { existsSync, statfsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import { browserNames, findBrowsers } from './scripts/run/browser.ts';

const isFull = process.env['PUENTE_FULL'] === '1';

/**
 * Databases of tests and profiles of browsers live for seconds: where Linux has memory for files, and room in it, they lie
 * there: nearly a third of the processor's time was the system's, for files. What survives a power cut, `tests/faults` prove.
 */
const memory = '/dev/shm';
if (existsSync(memory) && freeGibibytes(memory) > 4) process.env['TMPDIR'] = memory;

function freeGibibytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return (bavail * bsize) / 2 ** 30;
}

const browsers = findBrowsers();

/** What Playwright switches off, since a list of ours replaces its own, and what fills a box for addresses that nobody sees. */
const withoutFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  // Two pages of Chromium's own for each window: a sixth of the processor's time of a test with several people.
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${withoutFeatures.join(',')}`,
];
/** Testers may have another one than ours: `npm run test:a11y -- --browser firefox`. */
const browserName = browserNames.find((name) => name === process.env['PUENTE_BROWSER']) ?? 'chromium';
const isOurs = browserName === 'chromium';
/** For what only a browser with windows has: push messages. */
const needsWindow = /@window/;

/** Each test starts a server of its own, so that draws, clocks and people of one never meet those of another. */
export default defineConfig<object, { engine: 'PGlite' | 'PostgreSQL' }>({
  testDir: 'tests',
  globalSetup: './tests/support/e2e-setup.ts',
  testMatch: ['e2e/**/*.spec.ts', 'a11y/**/*.spec.ts', 'offline/**/*.spec.ts'],
  outputDir: 'test-results/browser',
  snapshotPathTemplate: '{testDir}/a11y/announcements/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  // A flaky test is a failure: no retries.
  retries: 0,
  // A tester's looks at each screen in ten ways take their time (`npm run test:a11y`).
  timeout: process.env['PUENTE_A11Y'] ? 2_400_000 : 180_000,
  // As long as an action may take: two cores do a lot at once here.
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] === 'true',
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['list'], ['json']] : [['list']],
  // `npm test` walks every language on PGlite, and one on PostgreSQL; `npm run test:full` walks all of them on both. What a
  // screen looks like doesn't depend on where its words are kept.
  projects: [
    { name: 'pglite', use: { engine: 'PGlite' }, grepInvert: needsWindow },
    {
      name: 'window',
      use: { engine: 'PGlite', ...(isOurs ? { launchOptions: { ...browsers?.whole, args } } : {}) },
      grep: needsWindow,
    },
    {
      name: 'postgresql',
      use: { engine: 'PostgreSQL', launchOptions: { ...browsers?.whole, args } },
      testIgnore: ['a11y/**', 'offline/**'],
      ...(isFull ? {} : { grep: /@postgresql/ }),
    },
  ],
  use: {
    actionTimeout: 15_000,
    browserName,
    viewport: { width: 320, height: 640 },
    // A language of its own for the browser, so that nothing is right by accident.
    locale: 'de-DE',
    timezoneId: 'America/Mexico_City',
    // Pages come from the server, where a test can see what was asked; `offline/` is about what the phone answers.
    serviceWorkers: 'block',
    // Recording takes the processor's time of each test, and the picture and the log say most: `--trace on` has it all.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: isOurs ? { ...browsers?.shell, args } : {},
  },
});
