import type { Instant } from '#core/time/instant.ts';
import { book } from './answering.ts';
import { enter, takingPool } from './asking.ts';
import { admitNewborn } from './grouping.ts';
import { type Help, hour, liveOffer, type Model, policy, tell, theGroup } from './model.ts';
import { beginsAt } from './places.ts';
import { counting, isGuardianAsked, problemOf } from './together.ts';

/** A member of staff decides; against is never final, and another of them says it the next time. */
export function decide(
  model: Model,
  { help, isFor, actor }: { readonly help: Help; readonly isFor: boolean; readonly actor: string },
): string {
  const { groupId, step } = help;
  const last = lastDecided(model, help);
  if (last?.decision === 'against' && last.by === actor) return 'review-by-another';
  const offer = step === 'confirm' ? liveOffer(model, groupId) : undefined;
  if (isFor && step === 'confirm') {
    if (!offer) return 'no-offer';
    book(model, offer);
  }
  if (isFor && step === 'newborn') {
    const problem = letNewbornsIn(model, groupId);
    if (problem) return problem;
  }
  if (offer && !isFor) {
    const isFirst = !model.helps.some((one) => {
      const isSame = one.groupId === groupId && one.step === 'confirm' && one.decision === 'against';
      return isSame && (one.doneAt ?? 0) >= offer.madeAt;
    });
    const until = Math.min(model.now + policy.offerHours * hour, beginsAt(offer, offer.slot)) as Instant;
    if (isFirst && until > offer.deadlineAt) offer.deadlineAt = until;
  }
  Object.assign(help, { state: 'done', decision: isFor ? 'for' : 'against', by: actor, doneAt: model.now });
  if (!isFor || (step === 'ask' && !help.isPlain)) tell(model, groupId, 'review-decided');
  if (isFor && step === 'ask') enterReviewed(model);
  return 'ok';
}

/** The latest of this step; of several at one instant, the one that was asked for last. */
function lastDecided(model: Model, { groupId, step }: Help): Help | undefined {
  return model.helps
    .filter((one) => one.groupId === groupId && one.step === step && one.decision !== null)
    .toSorted((one, other) => (one.doneAt ?? 0) - (other.doneAt ?? 0))
    .at(-1);
}

/** Twins come both; of somebody else who isn't counted yet, the decision says nothing. */
function letNewbornsIn(model: Model, groupId: Help['groupId']): string | null {
  const group = theGroup(model, groupId);
  for (const one of group.members.filter(({ since }) => since === null)) {
    const admitted = isGuardianAsked(one) ? 'not-a-newborn' : admitNewborn(model, group, one);
    if (admitted === 'not-a-newborn' || admitted === 'confirmation') continue;
    return admitted === 'assisted' ? 'capacity-in-use' : admitted;
  }
  return null;
}

/** For whom a person decided: into the open pool, or into the next one. */
export function enterReviewed(model: Model): void {
  const pool = takingPool(model);
  if (!pool) return;
  for (const help of model.helps) {
    if (help.decision !== 'for' || help.step !== 'ask' || help.isEntered) continue;
    const group = theGroup(model, help.groupId);
    // A child whose guardian left first needs another: until then the decision waits.
    if (!group.joinedInto && problemOf(counting(group))) continue;
    enter(model, group, { pool });
    help.isEntered = true;
  }
}
