import type { Visitor } from './visitor.ts';

/**
 * Two who are registered: one asks each day for herself and a child of hers, for whom the other answers, who came with a
 * code and goes home again. Today's request is taken back, so that the next pool is the first one that meets the child
 * without anybody.
 */
export async function loseGuardian(head: Visitor, guardian: Visitor): Promise<void> {
  const made = await head.fetch('/api/group/code', {});
  const { code } = (await made.json()) as { readonly code: string };
  await guardian.fetch('/api/group/join', { code });
  const [, beside] = await head.peopleOfGroup();
  if (!beside) throw new Error('expected the guardian in the group');
  await head.letIn({ name: 'Lia', relationship: 'child', birth: ['1', '6', '2015'], guardian: beside });
  await head.askForAPlace({ standing: 'yes' });
  await head.fetch('/api/request/withdraw', { what: 'today' });
  await guardian.fetch('/api/group/leave', {});
}
