import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { promisedBy } from '../a11y/looks-at.ts';
import { freshServerDatabase } from './e2e-database.ts';
import { look, seenBy } from './look.ts';
import { juarez, Person } from './person.ts';
import { type RunningServer, type ServerOptions, startServer } from './running-server.ts';
import { portrait } from './town.ts';

/**
 * No fault of the page: a form refused (4xx) or put off since a vendor is down (503), and the recorder of the trace, which fetches what a picture shows from
 * inside the page, where the policy forbids it.
 */
const expected = /status of (4\d\d|503)|^Connecting to 'blob:/;

/** Three in the afternoon, Eastern: a pool is open until 11:00 the next morning. */
export const afternoon = '2027-03-10T15:00:00-05:00';

type Settings = {
  /** Which database the tests' servers run on; set by the project. */
  readonly engine: 'PGlite' | 'PostgreSQL';
};

type Fixtures = {
  readonly server: RunningServer;
  /** Starts another one, or one with other settings; stopped with the test. */
  readonly start: (options?: ServerOptions) => Promise<RunningServer>;
  readonly photo: string;
  /** A person at the test's page; each screen that she sees is looked at, unless that is not what the test is about. */
  readonly personOf: (locale: string, options?: { readonly isLookedAt?: boolean }) => Person;
  /** A test that says which pages it looks at (`a11y/looks-at.ts`) has seen all of them by its end. */
  readonly keepsPromise: undefined;
  /** Windows that a test opened for somebody else end with it: left open they would go on asking a server that is gone. */
  readonly closesWindows: undefined;
};

export const test = base.extend<Fixtures, Settings>({
  engine: ['PGlite', { option: true, scope: 'worker' }],

  start: async ({ engine }, use) => {
    const started: RunningServer[] = [];
    // One that goes on with the folder of an earlier one has its database, too.
    const databaseOf = (folder: string) => started.find((one) => one.folder === folder)?.databaseUrl;
    await use(async (options = {}) => {
      const known = options.databaseUrl ?? (options.folder && databaseOf(options.folder));
      const databaseUrl = known || (engine === 'PostgreSQL' ? await freshServerDatabase() : undefined);
      const server = await startServer({ clock: afternoon, ...options, ...(databaseUrl ? { databaseUrl } : {}) });
      started.push(server);
      return server;
    });
    // The last one first: an earlier one may have made the folder that it runs on.
    for (const server of started.reverse()) await server.stop();
  },

  server: async ({ start }, use) => {
    await use(await start());
  },

  keepsPromise: [
    async ({}, use, info) => {
      await use(undefined);
      if (info.status !== 'passed') return;
      const seen = seenBy(info);
      const left = promisedBy(info.annotations).filter((page) => !seen.has(page));
      base.expect(left, 'pages that this test says it looks at, and did not').toEqual([]);
    },
    { auto: true },
  ],

  closesWindows: [
    async ({ browser }, use) => {
      await use(undefined);
      for (const context of browser.contexts()) await context.close();
    },
    { auto: true },
  ],

  photo: async ({}, use, info) => {
    const path = join(info.outputDir, 'portrait.jpg');
    await mkdir(info.outputDir, { recursive: true });
    await writeFile(path, await portrait());
    await use(path);
  },

  personOf: async ({ page, context, server, javaScriptEnabled }, use) => {
    await context.grantPermissions(['geolocation'], { origin: server.address });
    await context.setGeolocation(juarez);
    const problems: string[] = [];
    // An unexpected error of the browser fails the test, whatever it looked at.
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected.test(message.text())) problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(String(error)));
    // The same screen is another one without a script.
    const manner = javaScriptEnabled ? '' : '-without-script';
    await use((locale, { isLookedAt = true } = {}) => {
      const seen = (screen: string) => look(page, { locale, screen: `${screen}${manner}` });
      return new Person(page, { locale, address: server.address, ...(isLookedAt ? { look: seen } : {}) });
    });
    base.expect(problems, 'errors in the browser').toEqual([]);
  },
});

export { expect } from '@playwright/test';
