import type { RegistrationId } from '#core/ids.ts';
import { shortCode } from '#core/offer/code.ts';
import { requestAssistance as waitForAPerson } from '#server/db/repositories/assistance.ts';
import type { Tools } from './tools.ts';

/** The code under which the step waits for a person; the same one while it waits. */
export async function assist(
  tools: Tools,
  wanted: { readonly registrationId: RegistrationId; readonly step: 'ask' | 'confirm' },
): Promise<string> {
  for (;;) {
    const code = shortCode(tools.randomBytes(8));
    const given = await waitForAPerson(tools.db.kysely, { ...wanted, code, now: tools.now() });
    if (given) return given;
  }
}
