import { foldName } from '#core/identity/fold.ts';
import type { AccountId } from '#core/ids.ts';
import type { FieldProblem } from '#core/problem/kinds.ts';
import { checkBirth } from '#core/registration/check-birth.ts';
import { readText } from '#core/registration/field.ts';
import { err, ok } from '#core/result.ts';
import type { TimeZone } from '#core/time/instant.ts';
import { dayIn } from '#core/time/zone.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { addMessage } from '#server/db/repositories/outbox.ts';
import { findHeads } from '#server/db/repositories/people.ts';
import { forgetDevices, forgetFreshCodesOf, replaceCode } from '#server/db/repositories/recovery.ts';
import type { Registration } from '#server/db/repositories/registrations.ts';
import { endSessionsOf } from '#server/db/repositories/sessions.ts';
import type { Trx } from '#server/db/schema.ts';
import type { Outcome } from '#server/services.ts';
import { showCode } from './account-code.ts';
import { assist } from './assist.ts';
import { drawCode } from './recovery-token.ts';
import { takeTry } from './take-try.ts';
import type { Tools } from './tools.ts';

const latestZone = 'Pacific/Kiritimati' as TimeZone;

/**
 * The first of two: looks up who stands before her, by name and birth date, and asks a colleague for a new code. Gives the
 * short code of the review, which shows her photo. Kinds: `fields`, `too-many-tries`, `person-not-found` (nobody, or more
 * than one: the same answer). What was typed is kept nowhere.
 */
export async function askForNewCode(
  tools: Tools,
  input: { readonly actor: AccountId; readonly fields: Readonly<Record<string, string>> },
): Outcome<{ readonly code: string }> {
  const { actor, fields } = input;
  const [given, family] = [readText(fields, 'givenNames'), readText(fields, 'familyNames')];
  const birth = checkBirth(fields, dayIn(tools.now(), latestZone));
  const problems: FieldProblem[] = [];
  const names = { givenNames: given, familyNames: family };
  for (const [field, text] of Object.entries(names)) {
    if (!text.ok) problems.push({ field, ...text.error });
    else if (text.value === '') problems.push({ field, kind: 'missing' });
    else if (!/\p{L}/u.test(text.value)) problems.push({ field, kind: 'no-letters' });
  }
  // In the order of the form.
  problems.push(...birth.problems);
  const { birthDate } = birth.answers;
  if (problems.length > 0 || !given.ok || !family.ok || !birthDate) return err({ kind: 'fields', fields: problems });
  // As wide as for a network: a desk sees many people, and nobody shall go through all of them.
  const tried = await takeTry(tools, 'look-up', { network: actor });
  if (!tried.ok) return tried;
  const { vault } = tools;
  const found = await findHeads(tools.db.kysely, {
    givenTokens: foldName(given.value).map((token) => vault.token('given-name', token)),
    familyTokens: foldName(family.value).map((token) => vault.token('family-name', token)),
    birthToken: vault.token('birth-date', birthDate),
  });
  const [registrationId] = found;
  const isOne = registrationId !== undefined && found.length === 1;
  const now = tools.now();
  await recordAct(tools.db.kysely, { actor, action: 'look-up-person', detail: { found: isOne }, now });
  if (!isOne) return err({ kind: 'person-not-found' });
  const about = { reason: 'lost-code', found: {}, statement: '', maySeePhoto: true, livePhoto: null } as const;
  const code = await tools.db.transaction((trx) =>
    assist(tools, trx, { registrationId, step: 'new-code', about, askedBy: actor }),
  );
  return ok({ code });
}

/**
 * The second of two has seen her as well: a new code for the session that hands it over. The old one opens nothing from now
 * on, and she is signed out everywhere. Where messages reach her she is told, should it not be her who stood there.
 */
export async function giveNewCode(
  tools: Tools,
  trx: Trx,
  { registration, sessionHash }: { readonly registration: Registration; readonly sessionHash: string },
): Promise<boolean> {
  const { accountId, id: registrationId } = registration;
  if (accountId === null) return false;
  const { code, recoveryToken } = await drawCode(tools);
  const now = tools.now();
  await replaceCode(trx, accountId, { recoveryToken, now });
  await endSessionsOf(trx, accountId, null);
  await forgetDevices(trx, accountId);
  await forgetFreshCodesOf(trx, accountId);
  await showCode(tools, { sessionHash, accountId, code }, trx);
  await addMessage(trx, { kind: 'new-code', registrationId, detail: {}, now });
  return true;
}
