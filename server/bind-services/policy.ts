import type { PolicyServices } from '../services/policy.ts';
import { policyNow, type Tools } from '../use-cases/tools.ts';

export function bindPolicy(tools: Tools): PolicyServices {
  return {
    policy: () => policyNow(tools),
    terms: (locale) => tools.readTerms(locale, policyNow(tools).termsVersion),
  };
}
