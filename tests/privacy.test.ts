import { expect, test } from 'vitest';
import { lifetimes as onPhone, sharedLifetime } from '#app/_pwa/storage/kinds.ts';
import { translatedLocales } from '#core/language/locales.ts';
import { textReportDays } from '#core/notice/text-report.ts';
import { shippedPolicies } from '#core/policy/policies.ts';
import { policyAt } from '#core/policy/policy.ts';
import { unclaimedDays } from '#core/registration/hand-over.ts';
import type { Instant } from '#core/time/instant.ts';
import { readDocument } from '#server/documents.ts';
import { lifetimes } from '#server/http/cookies.ts';
import { say } from './support/words.ts';

test.each(translatedLocales)('privacy says how long things are kept as the program keeps them (%s)', async (locale) => {
  const { markdown } = await readDocument(locale, 'privacy');
  const { signalDays } = policyAt(Date.UTC(2027, 2, 10) as Instant, shippedPolicies);
  // The section of how long: a line each for old answers, people whom nobody took over, the rough place, messages, signals, wrong words
  // and the session.
  const section = markdown.split(/^## /m)[5] ?? '';
  expect(numbersIn(section)).toEqual([
    signalDays,
    unclaimedDays,
    24,
    90,
    signalDays,
    textReportDays,
    lifetimes.session / 3600,
  ]);
});

test.each(translatedLocales)(
  'it says how long a phone keeps what was not sent, and so does the switch (%s)',
  async (locale) => {
    const { markdown } = await readDocument(locale, 'privacy');
    const days = onPhone.draft / (24 * 60 * 60 * 1000);
    const minutes = sharedLifetime / 60_000;
    expect(numbersIn(markdown.split(/^## /m)[9] ?? '')).toEqual([days]);
    expect(numbersIn(say(locale, 'draft.shared.what'))).toEqual([days]);
    expect(numbersIn(say(locale, 'draft.shared.isOn'))).toEqual([minutes]);
    expect(numbersIn(say(locale, 'draft.shared.gone'))).toEqual([minutes]);
  },
);

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/\d+/g)].map(([number]) => Number(number));
}
