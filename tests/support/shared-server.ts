import { afternoon, test as base } from './browser.ts';
import { freshServerDatabase } from './e2e-database.ts';
import { type RunningServer, startServer } from './running-server.ts';

/**
 * For tests that leave nothing behind that another could meet: one server a worker instead of one a test. Each test
 * brings people of its own; who closes the pool, draws or stops the server takes `start` and a server of her own.
 */
export const test = base.extend<object, { readonly shared: RunningServer; readonly askingEverything: RunningServer }>({
  shared: [
    async ({ engine }, use) => {
      const databaseUrl = engine === 'PostgreSQL' ? await freshServerDatabase() : undefined;
      const server = await startServer({ clock: afternoon, ...(databaseUrl ? { databaseUrl } : {}) });
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],

  /** The same, with every question there is; started where a test asks for it. */
  askingEverything: [
    async ({ engine }, use) => {
      const databaseUrl = engine === 'PostgreSQL' ? await freshServerDatabase() : undefined;
      const environment = { PUENTE_QUESTIONS: 'all' };
      const server = await startServer({ clock: afternoon, environment, ...(databaseUrl ? { databaseUrl } : {}) });
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],

  server: async ({ shared }, use) => use(shared),
});

let count = 0;

/** An address that nobody had before, on any server of the run. */
export function newEmail(): string {
  count += 1;
  return `person-${process.pid}-${count}@puente.example`;
}
