import { findOrInstallEspeak } from '../../scripts/run/espeak.ts';
import { afternoon, test as base } from './browser.ts';
import { freshServerDatabase } from './e2e-database.ts';
import { type RunningServer, startServer } from './running-server.ts';

/** A server with a voice of its own, one a worker; its tests are skipped where eSpeak NG is not installed. */
export const test = base.extend<object, { readonly speaking: RunningServer | null }>({
  speaking: [
    async ({ engine }, use) => {
      const program = findOrInstallEspeak();
      const databaseUrl = program && engine === 'PostgreSQL' ? await freshServerDatabase() : undefined;
      const environment = { ESPEAK_NG: program ?? 'off' };
      const server = program
        ? await startServer({ clock: afternoon, environment, ...(databaseUrl ? { databaseUrl } : {}) })
        : null;
      await use(server);
      await server?.stop();
    },
    { scope: 'worker' },
  ],

  server: async ({ speaking }, use, info) => {
    info.skip(!speaking, 'espeak-ng is not installed');
    if (speaking) await use(speaking);
  },
});
