import { expect, test } from 'vitest';
import type { Translator } from '#app/_i18n/translator.ts';
import { problemKinds } from '#core/problem/kinds.ts';
import { pages } from '#server/http/pages.ts';
import { waysFrom } from './ways-out.ts';

const t = ((key: string) => key) as Translator<'problem'>;
const paths = Object.keys(pages);

function at(page: string | undefined, kind: (typeof problemKinds)[number]): readonly string[] {
  return waysFrom(t, 'en', { kind, page }).map(({ href }) => href);
}

test('no way out leads to the page that it stands on', () => {
  for (const page of paths) for (const kind of problemKinds) expect(at(page, kind)).not.toContain(`/en/${page}`);
  expect(at('sign-in', 'session-expired')).toEqual([]);
  expect(at('register/name', 'session-expired')).toEqual(['/en/sign-in']);
});

test('a lost code is spoken of only where the code of an account was tried', () => {
  const lost = '/en/account/lost';
  const tries = [...paths, undefined].filter((page) => at(page, 'too-many-tries').includes(lost));
  expect(tries).toEqual(['account/sign-in', 'account/find']);
});

test('who reports a seller is not sent to have a step done by a person', () => {
  expect(at('ask/send', 'captcha-missing')).toEqual(['/en/assisted?reason=captcha-missing']);
  expect(at('report-seller', 'captcha-missing')).toEqual([]);
});
