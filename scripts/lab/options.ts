import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { shippedPolicies } from '#core/policy/policies.ts';
import type { Policy } from '#core/policy/policy.ts';
import { readPolicies } from '#core/policy/read-policies.ts';
import { assumptions } from './assumptions.ts';
import type { SeasonSize } from './population.ts';
import { type RuleSet, ruleSets } from './rule-sets.ts';

export type Asked = {
  readonly seed: string;
  readonly size: SeasonSize;
  readonly rules: readonly RuleSet[];
  readonly policy: Policy;
  /** Draws of the table by size of the group. */
  readonly draws: number;
  /** Days that go through the whole protocol. */
  readonly exactDays: number;
  readonly folder: string;
};

/** What was asked for, or a sentence about what was not understood. */
export function readOptions(words: readonly string[], folder: string): Asked | { readonly wrong: string } {
  const { values, wrong } = parsed(words);
  if (!values) return { wrong };
  const policies = values.policies === undefined ? { known: shippedPolicies } : policiesIn(values.policies);
  if ('wrong' in policies) return policies;
  const policy =
    values.policy === undefined ? policies.known.at(-1) : policies.known.find(({ name }) => name === values.policy);
  if (!policy)
    return {
      wrong: `expected a policy of ${policies.known.map(({ name }) => name).join(', ')}, found ${values.policy}`,
    };
  const names = values.rules?.split(',') ?? ruleSets.map(({ name }) => name);
  const rules = ruleSets.filter(({ name }) => names.includes(name));
  if (rules.length < names.length)
    return { wrong: `expected rules of ${ruleSets.map(({ name }) => name).join(', ')}, found ${values.rules}` };
  const numbers = {
    people: wholeNumber(values.people ?? String(assumptions.people.value), 1_000),
    days: wholeNumber(values.days ?? String(assumptions.days.value), 2),
    draws: wholeNumber(values.draws ?? '10000', 1),
    exactDays: wholeNumber(values.exact ?? '0', 0),
  };
  const { people, days, draws, exactDays } = numbers;
  if (people === null) return { wrong: `expected --people of 1000 or more, found ${values.people}` };
  if (days === null) return { wrong: `expected --days of 2 or more, found ${values.days}` };
  if (draws === null) return { wrong: `expected --draws of 1 or more, found ${values.draws}` };
  if (exactDays === null || exactDays > days)
    return { wrong: `expected --exact of 0 to ${days} days, found ${values.exact}` };
  return {
    seed: values.seed ?? '2027',
    size: { people, days },
    rules,
    policy,
    draws,
    exactDays,
    folder: values.out ?? folder,
  };
}

function parsed(words: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    seed: text,
    people: text,
    days: text,
    rules: text,
    policies: text,
    policy: text,
    draws: text,
    exact: text,
    out: text,
  };
  try {
    return { values: parseArgs({ args: [...words], options }).values, wrong: '' };
  } catch (error) {
    return { values: null, wrong: reasonOf(error) };
  }
}

function policiesIn(file: string): { readonly known: readonly Policy[] } | { readonly wrong: string } {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return { wrong: `expected policies in ${file}, found: ${reasonOf(error)}` };
  }
  const read = readPolicies(json);
  return read.ok ? { known: read.value } : { wrong: `${file}, ${read.error.key}: ${read.error.what}` };
}

function wholeNumber(text: string, least: number): number | null {
  const number = Number(text);
  return Number.isSafeInteger(number) && number >= least ? number : null;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
