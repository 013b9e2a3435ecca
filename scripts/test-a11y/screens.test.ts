import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { knownStates, screenState, walksTo } from './screens.ts';

const root = mkdtempSync(join(tmpdir(), 'puente-a11y-'));
afterAll(() => rmSync(root, { recursive: true }));
for (const [file, text] of [
  ['docs/screens/ht/offer-lapsed.webp', ''],
  ['tests/a11y/offer.spec.ts', "see({ screen: 'offer-lapsed' }); see({ screen: `offer-confirm-${wish}` });"],
  ['tests/a11y/asking.spec.ts', "import { troubles } from './asking-troubles.ts';"],
  ['tests/a11y/asking-troubles.ts', "see({ path: 'ask/send', screen: 'ask-send-slow' });"],
  ['tests/e2e/chosen.spec.ts', "await person.seeHeading('offer.title', 'offer');"],
  ['tests/support/person.ts', "await this.seeState('standing.waiting.title', 'status-waiting');"],
] as const) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

test.each([
  ['offer', 'offer', ''],
  ['offer-lapsed', 'offer', 'lapsed'],
  ['offer-confirm-busy', 'offer-confirm', 'busy'],
  ['not-found', 'not-found', ''],
  ['start', 'start', ''],
  ['member-name-error', 'member', 'name-error'],
])('%s is the screen %s in the state “%s”', (name, screen, state) => {
  expect(screenState(name)).toEqual({ name, screen, state });
});

test('known are the pictures, and what tests name since', () => {
  expect(knownStates(root).map(({ name }) => name)).toEqual([
    'ask-send-slow',
    'offer',
    'offer-lapsed',
    'status-waiting',
  ]);
});

test.each([
  ['a test that names it', ['offer-lapsed'], ['tests/a11y/offer.spec.ts']],
  ['one that names it by a pattern', ['offer-confirm-busy'], ['tests/a11y/offer.spec.ts']],
  ['each, of several', ['offer', 'offer-lapsed'], ['tests/a11y/offer.spec.ts', 'tests/e2e/chosen.spec.ts']],
  ['the test that imports what names it', ['ask-send-slow'], ['tests/a11y/asking.spec.ts']],
  ['all tests, where only what they share names it', ['offer', 'status-waiting'], null],
])('walked is %s', (_, names, files) => {
  expect(walksTo(root, names)).toEqual(files);
});
