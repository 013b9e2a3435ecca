import { readFile } from 'node:fs/promises';
import { publishedLocales } from '#core/language/published.ts';
import { askingEverything, shippedPolicies, withoutReleases } from '#core/policy/policies.ts';
import type { Policy } from '#core/policy/policy.ts';
import { beginsAt } from '#core/policy/proposal.ts';
import { readPolicies } from '#core/policy/read-policies.ts';
import type { Database } from './db/database.ts';
import { policiesOfPools } from './db/repositories/pools.ts';
import { termsIn } from './documents.ts';
import type { Env } from './env.ts';
import { CannotStart } from './start-failure.ts';
import type { Tools } from './use-cases/tools.ts';

/**
 * The policies of the operator's file, or those that ship, and how their terms are read. Throws CannotStart for a file that
 * is wrong, and for terms that a policy names and somebody couldn't read in her language.
 */
export async function wirePolicies(env: Env): Promise<Pick<Tools, 'policies' | 'learnPolicy' | 'readTerms'>> {
  const policies = env.policyFile === undefined ? shippedPolicies : await policiesIn(env.policyFile);
  const readTerms = termsIn(env.termsFolder);
  for (const version of new Set(policies.map(({ termsVersion }) => termsVersion))) {
    for (const locale of publishedLocales) {
      await readTerms(locale, version).catch((error: unknown) => {
        throw new CannotStart({ kind: 'terms-unreadable', version, locale, reason: reasonOf(error) });
      });
    }
  }
  const asRun = (given: readonly Policy[]) => {
    const asked = env.asksEverything ? askingEverything(given) : given;
    return env.drawsUnreleased ? withoutReleases(asked) : asked;
  };
  const known = [...asRun(policies)];
  return {
    policies: known,
    // The list itself grows: everybody who holds it knows the new one.
    learnPolicy(policy) {
      known.push(...asRun([policy]));
      known.sort((one, other) => beginsAt(one) - beginsAt(other));
    },
    readTerms,
  };
}

async function policiesIn(file: string): Promise<readonly Policy[]> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new CannotStart({ kind: 'policy-file-wrong', file, key: '', what: reasonOf(error) });
  }
  const read = readPolicies(json);
  if (!read.ok) throw new CannotStart({ kind: 'policy-file-wrong', file, key: read.error.key, what: read.error.what });
  return read.value;
}

/** A pool goes to its end by the policy that it was opened with. Throws CannotStart where that one is gone. */
export async function keepPoliciesOfPools(database: Database, policies: readonly Policy[]): Promise<void> {
  const gone = (await policiesOfPools(database.kysely)).find((name) =>
    policies.every((policy) => policy.name !== name),
  );
  if (gone !== undefined) throw new CannotStart({ kind: 'policy-gone', name: gone });
}

/** One line, as all that is said of a failed start. */
function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').replace(/\.$/, '');
}
