import { randomUUID } from 'node:crypto';
import { readRecoveryCode } from '#core/identity/recovery-code.ts';
import type { AccountId } from '#core/ids.ts';
import type { FieldProblem, Problem } from '#core/problem/kinds.ts';
import { checkBirth } from '#core/registration/check-birth.ts';
import { readText } from '#core/registration/field.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { TimeZone } from '#core/time/instant.ts';
import { dayIn } from '#core/time/zone.ts';
import { addAccountDevice, addCodeAccount, type CodeHolder, findByCode } from '#server/db/repositories/recovery.ts';
import { giveSignOfLife } from '#server/db/repositories/standing-requests.ts';
import type { CodeAnswer, CodeInput, Stranger } from '#server/services/account.ts';
import type { Outcome } from '#server/services.ts';
import { drawCode, recoveryToken } from './recovery-token.ts';
import { returnTry, type TryMarks, takeTry } from './take-try.ts';
import { type PolicyTools, policyNow, type Tools } from './tools.ts';

/** An account without e-mail, on this device. The code is told once. Kind: `too-many-tries`. */
export async function makeCodeAccount(
  tools: Tools,
  { stranger }: { readonly stranger: Stranger },
): Outcome<{ readonly accountId: AccountId; readonly code: string }> {
  const now = tools.now();
  const tried = await takeTry(tools, 'account', { network: stranger.network, all: '' });
  if (!tried.ok) return tried;
  for (;;) {
    const id = randomUUID() as AccountId;
    const { code, recoveryToken } = await drawCode(tools);
    const isAdded = await tools.db.transaction(async (trx) => {
      const added = await addCodeAccount(trx, { id, locale: stranger.locale, recoveryToken, now });
      if (added) await addAccountDevice(trx, { accountId: id, deviceToken: deviceTokenOf(tools, stranger), now });
      return added;
    });
    if (isAdded) return ok({ accountId: id, code });
  }
}

/**
 * The account of a recovery code. On a device that it was used on, the code is enough; on another the policy may ask for
 * the birth date, too, and does so for any code, somebody's or nobody's. What is told, and the work done for it, are the
 * same for a wrong code, a wrong date and a person who isn't known. Kinds: `fields`, `too-many-tries`, `account-not-found`.
 */
export async function signInByCode(tools: Tools, input: CodeInput): Outcome<CodeAnswer> {
  const { stranger } = input;
  const read = readFields(tools, input);
  if (!read.ok) return read;
  const { code, birthDate } = read.value;
  // The code's own bucket only where it was given with a date: a code alone is no guess at one.
  const codeMark = birthDate === null ? {} : { code };
  const marks: TryMarks = { session: stranger.sessionHash, network: stranger.network, all: '', ...codeMark };
  const tried = await takeTry(tools, 'sign-in', marks);
  if (!tried.ok) return tried;

  const deviceToken = deviceTokenOf(tools, stranger);
  const holder = await findByCode(tools.db.kysely, {
    recoveryToken: await recoveryToken(tools.vault, code),
    deviceToken,
  });
  const birthToken = tools.vault.token('birth-date', birthDate ?? '');
  if (!holder || !isEnough(tools, holder, birthDate === null ? null : birthToken))
    return input.hasBirthDate ? err({ kind: 'account-not-found' }) : ok(null);
  await returnTry(tools, 'sign-in', marks);
  await addAccountDevice(tools.db.kysely, { accountId: holder.id, deviceToken, now: tools.now() });
  // Whoever comes back is still waiting, by whatever way she comes.
  await giveSignOfLife(tools.db.kysely, holder.id, tools.now());
  return ok({ accountId: holder.id });
}

/**
 * Who has not told a birth date yet has told nothing that would need it. Of who is registered a missing one is our fault,
 * and opens nothing: her own phone does, or an office.
 */
function isEnough(tools: PolicyTools, holder: CodeHolder, birthToken: string | null): boolean {
  if (holder.isKnownDevice || policyNow(tools).recoverySecondFactor === 'none') return true;
  if (birthToken === null) return false;
  if (holder.birthToken === null) return !holder.isRegistered;
  return holder.birthToken === birthToken;
}

type Read = { readonly code: string; readonly birthDate: string | null };

/** Kinds: `missing`, `wrong-type`, `not-a-code`, `code-slip`, those of a birth date. Tells nothing: who typed it could know. */
function readFields(tools: Pick<Tools, 'now'>, { fields, hasBirthDate }: CodeInput): Result<Read, Problem> {
  const text = readText(fields, 'code');
  const code = text.ok ? readRecoveryCode(text.value) : text;
  const birth = hasBirthDate ? checkBirth(fields, dayIn(tools.now(), latestZone)) : null;
  const problems: readonly FieldProblem[] = [
    ...(code.ok ? [] : [{ field: 'code', ...code.error }]),
    ...(birth?.problems ?? []),
  ];
  if (problems.length > 0 || !code.ok) return err({ kind: 'fields', fields: problems });
  return ok({ code: code.value, birthDate: birth?.answers.birthDate ?? null });
}

/** Where today is still to come last: there a birth date of today is none of the future. */
const latestZone = 'Pacific/Kiritimati' as TimeZone;

function deviceTokenOf({ vault }: Pick<Tools, 'vault'>, { deviceId }: Pick<Stranger, 'deviceId'>): string {
  return vault.token('device', deviceId);
}
