import { shippedPolicies, withoutReleases } from '#core/policy/policies.ts';
import { type Policy, readPolicy } from '#core/policy/policy.ts';
import { readTerms } from '#server/documents.ts';
import { noFurtherQuestions } from './questions.ts';

// Nobody sits at a desk to release each draw of a test.
const [shipped] = withoutReleases(shippedPolicies);
if (!shipped) throw new Error('expected a policy that ships');

/** What a policy has otherwise than the one that ships. */
export type PolicyChange = Omit<Partial<Policy>, 'questions'> & { readonly questions?: Partial<Policy['questions']> };

/** The one that ships, with something changed in it. */
export function policyWith({ questions, ...change }: PolicyChange): Policy {
  return readPolicy({ ...shipped, ...change, questions: { ...shipped?.questions, ...questions } });
}

export function policiesWith(change: PolicyChange): readonly Policy[] {
  return [policyWith(change)];
}

/** The one that ships, and from that instant on (RFC 3339) another. */
export function policiesUntil(from: string, change: PolicyChange): readonly Policy[] {
  return [policyWith({}), policyWith({ name: '2027-03', ...change, from })];
}

/** Neither the one that ships nor one that asks everything: one thing left out, one left open, one of three on a screen. */
export const mixed: PolicyChange = {
  questions: { ...noFurtherQuestions, sex: 'not-asked', phone: 'optional', height: 'asked' },
  whoConfirms: 'head',
  recoverySecondFactor: 'none',
  extensionHours: 12,
};

/** A text for every version that a test's policies name: that of 2027-01, and a sentence of its own. */
export const termsOfTests: typeof readTerms = async (locale, version) => {
  const shippedTerms = await readTerms(locale, '2027-01');
  if (version === '2027-01') return shippedTerms;
  const sha256 = version.replace(/\D/g, '').padStart(64, 'a');
  return { ...shippedTerms, version, sha256, markdown: `${shippedTerms.markdown}\n\n${version}.` };
};
