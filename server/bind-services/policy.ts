import type { PolicyServices } from '../services/policy.ts';
import { proposals, proposePolicy, publishPolicy } from '../use-cases/publish-policy.ts';
import { policyNow, type Tools } from '../use-cases/tools.ts';

export function bindPolicy(tools: Tools): PolicyServices {
  return {
    policy: () => policyNow(tools),
    policies: () => ({ policies: tools.policies, nowIn: tools.policies.indexOf(policyNow(tools)) }),
    proposals: (actor) => proposals(tools, actor),
    proposePolicy: (input) => proposePolicy(tools, input),
    publishPolicy: (input) => publishPolicy(tools, input),
    terms: (locale) => tools.readTerms(locale, policyNow(tools).termsVersion),
  };
}
