import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallPostgres } from './postgres-binaries.ts';
import { clusterUrl, stopCluster } from './postgres-cluster.ts';

/** Playwright's global set-up: a scratch cluster for the tests on PostgreSQL, where there are binaries for it. */
export default async function setup(): Promise<() => void> {
  if (!findOrInstallPostgres()) return () => undefined;
  const folder = mkdtempSync(join(tmpdir(), 'puente-e2e-cluster-'));
  process.env['PUENTE_E2E_CLUSTER'] = await clusterUrl(folder);
  return () => {
    stopCluster(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
