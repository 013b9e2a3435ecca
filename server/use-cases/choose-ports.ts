import { portCodes } from '#core/policy/ports.ts';
import { checkPorts } from '#core/pool/ports.ts';
import { err, ok } from '#core/result.ts';
import { hasAccepted, lockRegistrationOf, setPortChoices } from '#server/db/repositories/registrations.ts';
import type { AfterPorts, Applicant, Outcome } from '#server/services.ts';
import { policyNow, type Tools } from './tools.ts';

/**
 * One to three ports in order, kept for the next asking; it comes after the terms where those changed since she accepted
 * them. Kinds: `fields`, `registration-incomplete`.
 */
export async function choosePorts(
  tools: Tools,
  input: { readonly applicant: Applicant; readonly fields: Readonly<Record<string, string>> },
): Outcome<AfterPorts> {
  const ports = checkPorts(input.fields, portCodes);
  if (!ports.ok) return ports;
  return tools.db.transaction(async (trx) => {
    const registration = await lockRegistrationOf(trx, input.applicant.accountId);
    if (registration?.state !== 'registered') return err({ kind: 'registration-incomplete' });
    await setPortChoices(trx, registration.id, ports.value);
    const isAccepted = await hasAccepted(trx, registration.id, policyNow(tools).termsVersion);
    return ok({ next: isAccepted ? 'ask' : 'terms' });
  });
}
