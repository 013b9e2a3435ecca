import type { AccountId } from '#core/ids.ts';
import { toAsciiDigits } from '#core/language/digits.ts';
import { policyAt } from '#core/policy/policy.ts';
import { isPortCode } from '#core/policy/ports.ts';
import type { FieldProblem } from '#core/problem/kinds.ts';
import { err, ok } from '#core/result.ts';
import { isLocalMinute } from '#core/time/day.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import { setCapacity as setCapacityRow } from '#server/db/repositories/slots.ts';
import type { Outcome } from '#server/services.ts';
import type { Tools } from './tools.ts';

/** People that one slot of a port can hold at the most; more is a slip of the finger. */
const mostPlaces = 2000;

/** Sets how many people a port takes in a slot. Kinds: `fields`, `capacity-in-use`. */
export async function setCapacity(
  tools: Tools,
  input: { readonly actor: AccountId; readonly fields: Readonly<Record<string, string>> },
): Outcome<null> {
  const { port = '', slot = '', places = '' } = input.fields;
  const problems: FieldProblem[] = [];
  if (!isPortCode(port)) problems.push({ field: 'port', kind: port === '' ? 'missing' : 'not-in-list' });
  if (!isLocalMinute(slot)) problems.push({ field: 'slot', kind: slot === '' ? 'missing' : 'not-a-date' });
  const count = readPlaces(places);
  if (typeof count !== 'number') problems.push({ field: 'places', ...count });
  if (!isPortCode(port) || !isLocalMinute(slot) || typeof count !== 'number')
    return err({ kind: 'fields', fields: problems });

  const now = tools.now();
  const { reserve } = policyAt(now);
  return tools.db.transaction(async (trx) => {
    const set = await setCapacityRow(trx, { port, slotLocal: slot, places: count, reserve });
    if (set === 'in-use') return err({ kind: 'capacity-in-use' });
    await recordAct(trx, { actor: input.actor, action: 'set-capacity', detail: { port, slot, places: count }, now });
    return ok(null);
  });
}

function readPlaces(text: string): number | Omit<FieldProblem, 'field'> {
  const digits = toAsciiDigits(text).trim();
  if (digits === '') return { kind: 'missing' };
  if (!/^\d{1,9}$/.test(digits)) return { kind: 'not-a-number' };
  const count = Number(digits);
  if (count < 1) return { kind: 'too-small', limit: 1 };
  if (count > mostPlaces) return { kind: 'too-large', limit: mostPlaces };
  return count;
}
