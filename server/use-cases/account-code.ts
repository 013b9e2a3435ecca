import { lastGroup, readDigits } from '#core/identity/recovery-code.ts';
import type { AccountId } from '#core/ids.ts';
import { readText } from '#core/registration/field.ts';
import { err, ok } from '#core/result.ts';
import { findAccount } from '#server/db/repositories/accounts.ts';
import {
  addAccountDevice,
  countDevices,
  findFreshCode,
  forgetDevices,
  forgetFreshCode,
  forgetFreshCodesOf,
  keepFreshCode,
  markCodeKept,
  replaceCode,
} from '#server/db/repositories/recovery.ts';
import { endSessionsOf } from '#server/db/repositories/sessions.ts';
import type { Db } from '#server/db/schema.ts';
import type { AccountView } from '#server/services/account.ts';
import type { Applicant, Outcome } from '#server/services.ts';
import { drawCode } from './recovery-token.ts';
import type { Tools } from './tools.ts';

type Shown = { readonly sessionHash: string; readonly accountId: AccountId; readonly code: string };

/** Sealed for the one session that shows it; at the end of the session it is nowhere. */
export async function showCode(
  tools: Pick<Tools, 'db' | 'vault' | 'now'>,
  { sessionHash, accountId, code }: Shown,
  db: Db = tools.db.kysely,
): Promise<void> {
  const sealed = tools.vault.seal(code, placeOf(sessionHash));
  await keepFreshCode(db, sessionHash, { accountId, sealed, now: tools.now() });
}

export async function shownCode(tools: Tools, sessionHash: string): Promise<string | null> {
  const fresh = await findFreshCode(tools.db.kysely, sessionHash);
  return fresh ? tools.vault.openText(fresh.sealed, placeOf(sessionHash)) : null;
}

/** She has written it down, and types its last group to prove it. Kinds: `fields`, `form-stale`. */
export async function confirmCode(
  tools: Tools,
  input: {
    readonly accountId: AccountId;
    readonly sessionHash: string;
    readonly fields: Readonly<Record<string, string>>;
  },
): Outcome<null> {
  const { sessionHash, accountId } = input;
  const code = await shownCode(tools, sessionHash);
  if (code === null) return err({ kind: 'form-stale' });
  const text = readText(input.fields, 'group');
  if (!text.ok || text.value === '')
    return err({ kind: 'fields', fields: [{ field: 'group', kind: text.ok ? 'missing' : 'wrong-type' }] });
  // Who types the whole code has kept it, too.
  const digits = readDigits(text.value);
  if (digits !== lastGroup(code) && digits !== code)
    return err({ kind: 'fields', fields: [{ field: 'group', kind: 'code-differs' }] });
  await tools.db.transaction(async (trx) => {
    await markCodeKept(trx, accountId, tools.now());
    await forgetFreshCode(trx, sessionHash);
  });
  return ok(null);
}

/** From now on the old code opens nothing, and whoever is signed in elsewhere is signed out: it may have been stolen. */
export async function renewCode(
  tools: Tools,
  {
    applicant,
    sessionHash,
  }: { readonly applicant: Pick<Applicant, 'accountId' | 'deviceId'>; readonly sessionHash: string },
): Outcome<null> {
  const { accountId } = applicant;
  const { code, recoveryToken } = await drawCode(tools);
  const now = tools.now();
  await tools.db.transaction(async (trx) => {
    await replaceCode(trx, accountId, { recoveryToken, now });
    await endSessionsOf(trx, accountId, sessionHash);
    await forgetDevices(trx, accountId);
    await addAccountDevice(trx, { accountId, deviceToken: tools.vault.token('device', applicant.deviceId), now });
    await forgetFreshCodesOf(trx, accountId);
    await showCode(tools, { sessionHash, accountId, code }, trx);
  });
  return ok(null);
}

/** Her devices are forgotten, too: on each of them the code is asked for with the second factor. */
export async function signOutEverywhere(tools: Tools, accountId: AccountId): Promise<void> {
  await tools.db.transaction(async (trx) => {
    await endSessionsOf(trx, accountId, null);
    await forgetDevices(trx, accountId);
  });
}

export async function account(tools: Tools, accountId: AccountId): Promise<AccountView> {
  const found = await findAccount(tools.db.kysely, accountId);
  const sealed = found?.emailSealed;
  const place = { table: 'accounts', column: 'email_sealed', row: accountId };
  return {
    email: sealed ? String(tools.vault.openJson(sealed, place)) : null,
    codeMadeAt: found?.recoveryMadeAt ?? null,
    isCodeKept: (found?.recoveryKeptAt ?? null) !== null,
    devices: await countDevices(tools.db.kysely, accountId),
  };
}

function placeOf(row: string) {
  return { table: 'fresh_codes', column: 'sealed', row };
}
