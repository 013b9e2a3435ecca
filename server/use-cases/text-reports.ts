import { randomUUID } from 'node:crypto';
import { mostListed, readTextReport, sameClickMs, type TextReport, textReportDays } from '#core/notice/text-report.ts';
import { ok } from '#core/result.ts';
import type { Instant } from '#core/time/instant.ts';
import { deleteTextReports, keepTextReport, listTextReports } from '#server/db/repositories/text-reports.ts';
import type { TextReportServices, TextReportView } from '#server/services/text-reports.ts';
import type { Outcome } from '#server/services.ts';
import { takeTry } from './take-try.ts';
import type { Tools } from './tools.ts';

const placeOf = (row: string) => ({ table: 'text_reports', column: 'sealed', row });

/**
 * Somebody found wrong words. Sealed, since people write more than they are asked for; and without anything of her, so
 * that the same words of two people are one report that was told twice.
 */
export async function reportText(
  { db, vault, now }: Pick<Tools, 'db' | 'vault' | 'now'>,
  { fields, locale, isScreen, network }: Parameters<TextReportServices['reportText']>[0],
): Outcome<null> {
  const read = readTextReport(fields, isScreen);
  if (!read.ok) return read;
  const tried = await takeTry({ db, vault, now }, 'text-report', { network, all: '' });
  if (!tried.ok) return tried;
  const { screen, ...told } = read.value;
  const id = randomUUID();
  await keepTextReport(db.kysely, {
    id,
    token: vault.token('text-report', JSON.stringify([locale, screen, told.words, told.remark])),
    locale,
    screen,
    sealed: vault.sealJson(told, placeOf(id)),
    now: now(),
    sameClickSince: (now() - sameClickMs) as Instant,
  });
  return ok(null);
}

/** The translators' list: by language and screen, the latest first; of a flood only the latest. */
export async function textReports(
  { db, vault }: Pick<Tools, 'db' | 'vault'>,
  most = mostListed,
): Promise<readonly TextReportView[]> {
  const rows = await listTextReports(db.kysely, most);
  return rows.map(({ id, locale, screen, sealed, times, at }) => {
    const { words, remark } = vault.openJson(sealed, placeOf(id)) as Omit<TextReport, 'screen'>;
    return { locale, screen, words, remark, times, at };
  });
}

export async function forgetTextReports({ db, now }: Pick<Tools, 'db' | 'now'>): Promise<void> {
  await deleteTextReports(db.kysely, (now() - textReportDays * 24 * 3_600_000) as Instant);
}
