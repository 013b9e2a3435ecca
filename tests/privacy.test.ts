import { expect, test } from 'vitest';
import { translatedLocales } from '#core/language/locales.ts';
import { textReportDays } from '#core/notice/text-report.ts';
import { shippedPolicies } from '#core/policy/policies.ts';
import { policyAt } from '#core/policy/policy.ts';
import { unclaimedDays } from '#core/registration/hand-over.ts';
import type { Instant } from '#core/time/instant.ts';
import { readDocument } from '#server/documents.ts';
import { lifetimes } from '#server/http/cookies.ts';

test.each(translatedLocales)('privacy says how long things are kept as the program keeps them (%s)', async (locale) => {
  const { markdown } = await readDocument(locale, 'privacy');
  const { signalDays } = policyAt(Date.UTC(2027, 2, 10) as Instant, shippedPolicies);
  // The section of how long: a line each for old answers, people whom nobody took over, the rough place, messages, signals, wrong words
  // and the session.
  const section = markdown.split(/^## /m)[5] ?? '';
  const numbers = [...section.matchAll(/\d+/g)].map(([number]) => Number(number));
  expect(numbers).toEqual([signalDays, unclaimedDays, 24, 90, signalDays, textReportDays, lifetimes.session / 3600]);
});
