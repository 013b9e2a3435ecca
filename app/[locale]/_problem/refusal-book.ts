import { getTranslations } from 'next-intl/server';
import type { Translator } from '#app/_i18n/translator.ts';
import type { RefusalBook, RefusalWords } from '#app/_ui/refusal/refusal-words.ts';
import type { Locale } from '#core/language/locales.ts';
import type { ProblemKind } from '#core/problem/kinds.ts';
import { waysFrom } from './ways-out.ts';

/** What the phone can find by itself when it looks where it is. */
export const placeKinds = ['outside-geofence', 'location-missing', 'location-too-vague'] as const;

/** What can come back when a place is asked for. */
export const askKinds = [
  ...placeKinds,
  'device-limit',
  'captcha-missing',
  'captcha-unavailable',
  'window-closed',
  'not-signed-in',
  'session-expired',
  'not-allowed',
  'registration-incomplete',
  'already-asked',
  'guardian-apart',
  'group-needs-adult',
  'terms-changed-since',
  'ports-missing',
  'repeat-in-progress',
  'form-stale',
  'busy',
] as const;

/** The sentences that go along with a page, so that the phone can tell these problems by itself. */
export async function refusalBook(locale: Locale, kinds: readonly ProblemKind[]): Promise<RefusalBook> {
  const t = await getTranslations({ locale, namespace: 'problem' });
  return {
    ...Object.fromEntries(kinds.map((kind) => [kind, wordsOf(t, locale, kind)])),
    unexpected: wordsOf(t, locale, 'unexpected'),
  };
}

function wordsOf(t: Translator<'problem'>, locale: Locale, kind: ProblemKind): RefusalWords {
  const found = foundTemplate(t, kind);
  return {
    title: t(`${kind}.title`),
    what: t(`${kind}.what`),
    next: t(`${kind}.next`),
    ways: waysFrom(t, locale, { kind, numbers: figuresOf(kind) }),
    ...(found === undefined ? {} : { found }),
  };
}

/** By their own names, for the phone to fill in. */
function figuresOf(kind: ProblemKind): Readonly<Record<string, string>> {
  switch (kind) {
    case 'outside-geofence':
    case 'location-too-vague':
      return { kilometers: '{kilometers}' };
    case 'device-limit':
      return { limit: '{limit}' };
    default:
      return {};
  }
}

/** The phone fills in the figures: the arguments are their own names. */
function foundTemplate(t: Translator<'problem'>, kind: ProblemKind): string | undefined {
  switch (kind) {
    case 'outside-geofence':
      return t('outside-geofence.found', { kilometers: '{kilometers}' });
    case 'location-too-vague':
      return t('location-too-vague.found', { kilometers: '{kilometers}' });
    case 'device-limit':
      return t('device-limit.found', { limit: '{limit}' });
    default:
      return undefined;
  }
}
