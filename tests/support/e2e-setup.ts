import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DurableFs } from '#server/db/embedded/durable-fs.ts';
import { makeCluster } from '#server/db/embedded/engine.ts';
import { findOrInstallPostgres } from './postgres-binaries.ts';
import { clusterUrl, stopCluster } from './postgres-cluster.ts';

/**
 * Playwright's global set-up: an empty embedded cluster to copy, and a scratch cluster for the tests on PostgreSQL, where
 * there are binaries for it.
 */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'puente-e2e-cluster-'));
  // PGlite takes four seconds of a core for an empty cluster: made once, and copied for each test's server.
  await makeCluster(folder, (path) => new DurableFs(path));
  process.env['PUENTE_E2E_TEMPLATE'] = join(folder, 'cluster');
  process.env['PUENTE_E2E_COMPILED'] = join(folder, 'compiled');
  const hasServer = findOrInstallPostgres() !== undefined;
  if (hasServer) process.env['PUENTE_E2E_CLUSTER'] = await clusterUrl(folder);
  return () => {
    if (hasServer) stopCluster(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
