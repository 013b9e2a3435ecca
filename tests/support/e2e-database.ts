import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Database } from '#server/db/database.ts';
import { open } from './open-database.ts';

/** A database of its own on the cluster that the run started; its address comes by `tests/support/e2e-setup.ts`. */
export async function freshServerDatabase(): Promise<string> {
  const base = process.env['PUENTE_E2E_CLUSTER'];
  if (!base) throw new Error('expected the address of a scratch cluster in PUENTE_E2E_CLUSTER, found none');
  const name = `e2e_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: `${base}/postgres` });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return `${base}/${name}`;
}

type Stopped = { readonly folder: string; readonly databaseUrl: string | undefined };

/** The data that a stopped server left. */
export async function openDataOf({ folder, databaseUrl }: Stopped): Promise<Database> {
  return open(databaseUrl ? { kind: 'server', url: databaseUrl } : { kind: 'embedded', folder: `${folder}/data` });
}
