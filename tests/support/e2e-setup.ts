import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { neverSeen } from '../a11y/every-text.ts';
import { openMigrated } from './open-database.ts';
import { findOrInstallPostgres } from './postgres-binaries.ts';
import { clusterUrl, stopCluster } from './postgres-cluster.ts';

/**
 * Playwright's global set-up: an embedded cluster to copy, migrated and empty, and a scratch cluster for the tests on PostgreSQL, where
 * there are binaries for it.
 */
export default async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'puente-e2e-cluster-'));
  // PGlite takes its seconds for a cluster and its tables: made once, and copied for each test's server.
  await (await openMigrated({ kind: 'embedded', folder })).close();
  process.env['PUENTE_E2E_TEMPLATE'] = join(folder, 'cluster');
  process.env['PUENTE_E2E_LOOKED'] = join(folder, 'looked');
  process.env['PUENTE_E2E_COMPILED'] = join(folder, 'compiled');
  const hasServer = findOrInstallPostgres() !== undefined;
  if (hasServer) process.env['PUENTE_E2E_CLUSTER'] = await clusterUrl(folder);
  return () => {
    const left = isWholeRun() ? neverSeen(join(folder, 'looked'), join(import.meta.dirname, '../..')) : [];
    if (hasServer) stopCluster(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    if (left.length > 0) throw new Error(`${howToMend}\n${left.join('\n')}`);
  };
}

const howToMend =
  'expected each text to stand on a screen that a test looked at, or in tests/a11y/texts-beside.ts with a reason; found none with (once no test fails):';

/** Of a part of the tests nothing can be said: one that names files, titles or projects. */
function isWholeRun(): boolean {
  return process.argv.slice(2).join(' ') === 'test';
}
