import { randomUUID } from 'node:crypto';
import { readSellerReport, type SellerReport } from '#core/notice/seller-report.ts';
import { err, ok } from '#core/result.ts';
import { addSellerReport, countSellerReports, listSellerReports } from '#server/db/repositories/seller-reports.ts';
import type { SellerReportView } from '#server/services/messages.ts';
import type { Outcome } from '#server/services.ts';
import { takeTry } from './take-try.ts';
import type { Tools } from './tools.ts';

const shown = 100;

const placeOf = (row: string) => ({ table: 'seller_reports', column: 'sealed', row });

/** Somebody sold what is free: stored sealed, for staff. Kinds: `fields`, `too-many-tries`, and the
 * CAPTCHA's own, which is looked at last. */
export async function reportSeller(
  { db, vault, captcha, now }: Pick<Tools, 'db' | 'vault' | 'captcha' | 'now'>,
  input: {
    readonly fields: Readonly<Record<string, string>>;
    readonly network: string | null;
    readonly captchaAnswer: string | undefined;
  },
): Outcome<null> {
  const read = readSellerReport(input.fields);
  if (!read.ok) return read;
  const tried = await takeTry({ db, vault, now }, 'seller-report', { network: input.network, all: '' });
  if (!tried.ok) return tried;
  const passed = await captcha.verify(input.captchaAnswer);
  if (!passed.ok) return err({ kind: 'captcha-missing' });
  const id = randomUUID();
  const { act, ...rest } = read.value;
  await addSellerReport(db.kysely, { id, act, sealed: vault.sealJson(rest, placeOf(id)), now: now() });
  return ok(null);
}

export async function sellerReports({
  db,
  vault,
}: Pick<Tools, 'db' | 'vault'>): Promise<{ readonly count: number; readonly latest: readonly SellerReportView[] }> {
  const rows = await listSellerReports(db.kysely, shown);
  const latest = rows.map(({ id, act, at, sealed }) => {
    const { where, contact } = vault.openJson(sealed, placeOf(id)) as Omit<SellerReport, 'act'>;
    return { id, act, at, where, contact };
  });
  return { count: await countSellerReports(db.kysely), latest };
}
