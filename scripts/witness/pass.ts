import { type Acting, openDraw, type Seen } from './at-hand.ts';
import type { Witness } from './folder.ts';
import type { Operator } from './operator.ts';
import { reveal } from './reveal.ts';
import { type Circumstances, signAnnouncement } from './sign-announcement.ts';
import { signResult } from './sign-result.ts';

/**
 * Looks once at what the operator's draw waits for, and does the witness's part of it, after all checks. What the operator
 * says of the stage only says where to look: nothing is signed or revealed but for what the files show.
 */
export async function pass(witness: Witness, operator: Operator, circumstances: Circumstances): Promise<Seen> {
  const current = await operator.now();
  const act = current?.waitsFor.includes(witness.deposit.name) ? acts[current.stage] : undefined;
  if (current && act) return onDay(current.day, act);
  const unsigned = resultToSign(witness, circumstances.sentResults);
  const isDrawn = unsigned !== undefined && (await operator.file(unsigned, 'summary.json')) !== null;
  if (isDrawn) return onDay(unsigned, (acting, { now }) => signResult(acting, now));
  return current?.stage === 'open' ? { kind: 'open', day: current.day } : { kind: 'nothing-to-do' };

  async function onDay(day: string, does: Act): Promise<Seen> {
    const at = await openDraw(witness, operator, day);
    return at.ok ? does({ witness, operator, at: at.value }, circumstances) : at.error;
  }
}

/** The day of the last draw, unless this process has sent its signature: the next pool is open long before all have. */
function resultToSign({ log }: Witness, sent: ReadonlySet<string>): string | undefined {
  const last = log.entries().findLast(({ act }) => act === 'announcement');
  return last && !sent.has(last.day) ? last.day : undefined;
}

type Act = (acting: Acting, circumstances: Circumstances) => Promise<Seen>;

const acts: Readonly<Record<string, Act>> = {
  cosigning: signAnnouncement,
  revealing: (acting, { now }) => reveal(acting, now),
  drawn: (acting, { now }) => signResult(acting, now),
};
