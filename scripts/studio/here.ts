import type { Hono } from 'hono';
import { frameAt, type Settings } from './asked.ts';
import { guard } from './guard.ts';
import { failedPage } from './pages/failed.ts';
import { mostBytes, studio } from './server.ts';
import { askedFor } from './written.ts';

type Here = Omit<Settings, 'door'> & {
  readonly port: number;
  /** Bugs, for the terminal. */
  readonly failed: (error: unknown) => void;
};

/** The studio of one's own machine. There are no strangers: whatever was sent and can be read comes back. */
export function studioHere({ port, failed, ...settings }: Here): Hono {
  const { token } = settings;
  const app = studio({ ...settings, door: guard({ port, token }) });
  app.onError(async (error, context) => {
    failed(error);
    const asked = await askedFor(context, mostBytes);
    return context.html(failedPage(frameAt(context, token), { why: 'failed-here', ...asked }), 500);
  });
  return app;
}
