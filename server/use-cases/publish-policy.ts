import { publishedLocales } from '#core/language/published.ts';
import { type Policy, policyName, readPolicy } from '#core/policy/policy.ts';
import { againstProposal, beginsAt, changesBetween, leastNoticeHours } from '#core/policy/proposal.ts';
import { readPolicies } from '#core/policy/read-policies.ts';
import type { FieldProblemKind } from '#core/problem/kinds.ts';
import { err, ok } from '#core/result.ts';
import { addHours } from '#core/time/day.ts';
import { recordAct } from '#server/db/repositories/audit.ts';
import {
  addProposal,
  lockProposal,
  markPublished,
  proposalsFrom,
  publishedPolicies,
} from '#server/db/repositories/policies.ts';
import type { PolicyServices, ProposalView } from '#server/services/policy.ts';
import { personOfStaff } from './person-of-staff.ts';
import type { Tools } from './tools.ts';

type Input<Name extends 'proposePolicy' | 'publishPolicy'> = Parameters<PolicyServices[Name]>[0];

/** See `PolicyServices`. What is wrong in the text, the laboratory tells more of (`npm run lab -- --policies`). */
export async function proposePolicy(
  tools: Tools,
  { actor, text }: Input<'proposePolicy'>,
): ReturnType<PolicyServices['proposePolicy']> {
  const refused = (kind: FieldProblemKind) => err({ kind: 'fields' as const, fields: [{ field: 'policy', kind }] });
  if (text.trim() === '') return refused('missing');
  const policy = policyIn(text);
  if (!policy) return refused('policy-wrong');
  const now = tools.now();
  const against = againstProposal(policy, tools.policies, now);
  if (against) return refused(against);
  if (!(await hasTerms(tools, policy))) return refused('policy-terms');
  return tools.db.transaction(async (trx) => {
    const proposer = await personOfStaff(trx, actor);
    if (!(await addProposal(trx, { policy, beginsAt: beginsAt(policy), actor, proposer, now })))
      return refused('policy-name-taken');
    await recordAct(trx, { now, actor, action: 'propose-policy', detail: { policy: policy.name } });
    return ok({ name: policy.name });
  });
}

/** See `PolicyServices`. This process knows it at once, the others within a minute, all long before it begins. */
export async function publishPolicy(
  tools: Tools,
  { actor, name }: Input<'publishPolicy'>,
): ReturnType<PolicyServices['publishPolicy']> {
  const now = tools.now();
  // No database takes whatever comes as a text.
  if (!policyName.safeParse(name).success) return err({ kind: 'form-stale' });
  const published = await tools.db.transaction(async (trx) => {
    const row = await lockProposal(trx, name);
    if (!row) return err({ kind: 'form-stale' as const });
    if (row.proposer === (await personOfStaff(trx, actor))) return err({ kind: 'needs-second-person' as const });
    // Others may have come before it since it was proposed.
    const known = [...tools.policies, ...(await publishedPolicies(trx))];
    if (againstProposal(row.policy, known, now)) return err({ kind: 'form-stale' as const });
    await markPublished(trx, { name, actor, now });
    await recordAct(trx, { now, actor, action: 'publish-policy', detail: { policy: name } });
    return ok(null);
  });
  if (published.ok) await learnPolicies(tools);
  return published;
}

/** What may still be published, and what it changes of the last that is known. */
export async function proposals(
  tools: Tools,
  actor: Parameters<PolicyServices['proposals']>[0],
): Promise<readonly ProposalView[]> {
  const person = await personOfStaff(tools.db.kysely, actor);
  const rows = await proposalsFrom(tools.db.kysely, addHours(tools.now(), leastNoticeHours));
  const last = tools.policies.at(-1);
  return rows
    .filter(({ policy }) => againstProposal(policy, tools.policies, tools.now()) === null)
    .map(({ policy, proposer }) => ({
      policy,
      isMine: proposer === person,
      changes: last ? changesBetween(last, policy) : [],
    }));
}

/** Those that were published since this process began, on whichever machine. */
export async function learnPolicies(tools: Pick<Tools, 'db' | 'policies' | 'learnPolicy'>): Promise<void> {
  for (const policy of await publishedPolicies(tools.db.kysely))
    if (tools.policies.every(({ name }) => name !== policy.name)) tools.learnPolicy(readPolicy(policy));
}

function policyIn(text: string): Policy | null {
  try {
    const read = readPolicies([JSON.parse(text)]);
    return read.ok ? (read.value[0] ?? null) : null;
  } catch {
    return null;
  }
}

async function hasTerms({ readTerms }: Tools, { termsVersion }: Policy): Promise<boolean> {
  const read = publishedLocales.map((locale) => readTerms(locale, termsVersion));
  return (await Promise.allSettled(read)).every(({ status }) => status === 'fulfilled');
}
