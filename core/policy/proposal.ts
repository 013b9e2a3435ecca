import { addHours } from '#core/time/day.ts';
import type { Instant } from '#core/time/instant.ts';
import { parseInstant } from '#core/time/rfc3339.ts';
import type { Policy } from './policy.ts';

/** A policy is public for at least so long before it begins, and every process has learned of it. */
export const leastNoticeHours = 24;

/** What stands against policy `next` after those that are known; null: nothing. */
export function againstProposal(
  next: Pick<Policy, 'name' | 'from'>,
  known: readonly Pick<Policy, 'name' | 'from'>[],
  now: Instant,
): 'policy-name-taken' | 'policy-too-soon' | null {
  if (known.some(({ name }) => name === next.name)) return 'policy-name-taken';
  const begins = beginsAt(next);
  if (begins < addHours(now, leastNoticeHours)) return 'policy-too-soon';
  return known.some((policy) => beginsAt(policy) >= begins) ? 'policy-too-soon' : null;
}

export function beginsAt({ from }: Pick<Policy, 'from'>): Instant {
  const begins = parseInstant(from);
  if (begins === null) throw new Error(`expected a policy to begin at an RFC 3339 instant, found ${from}`);
  return begins;
}

export type RuleChange = { readonly rule: string; readonly before: string; readonly after: string };

/** What is otherwise in `after`, rule by rule, but for name and date: `{ rule: 'geofence.marginMeters', … }`. */
export function changesBetween(before: Policy, after: Policy): readonly RuleChange[] {
  const [old, next] = [flat(before), flat(after)];
  return [...new Set([...old.keys(), ...next.keys()])]
    .filter((rule) => rule !== 'name' && rule !== 'from' && old.get(rule) !== next.get(rule))
    .map((rule) => ({ rule, before: old.get(rule) ?? '', after: next.get(rule) ?? '' }));
}

function flat(value: object, above = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(value).flatMap(([name, inner]: [string, unknown]): (readonly [string, string])[] =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? [...flat(inner, `${above}${name}.`)]
        : [[`${above}${name}`, Array.isArray(inner) ? inner.join(', ') : String(inner)]],
    ),
  );
}
